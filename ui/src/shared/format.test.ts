import { describe, expect, it } from 'vitest';
import { amountText, bytesText, countText, dayText, moneyInFull, moneyText, monthText, whenText } from './format';

describe('figures on the screen', () => {
  it.each([
    ['0.00', '€0'],
    ['950.40', '€950'],
    ['9400.00', '€9,400'],
    ['118000.00', '€118k'],
    ['612400.00', '€612k'],
    ['2290000.00', '€2.29M'],
    ['-22000.00', '-€22k'],
  ])('%s euros reads %s', (amount, expected) => {
    expect(moneyText({ amount, currency: 'EUR' })).toBe(expected);
  });

  it('shows large amounts in full without losing a cent', () => {
    expect(moneyInFull({ amount: '90071992547409.93', currency: 'EUR' })).toBe('€90,071,992,547,409.93');
  });

  it('writes figures, counts and sizes', () => {
    expect(amountText(1_900_000, 'EUR')).toBe('€1.9M');
    expect(countText(1, 'partner')).toBe('1 partner');
    expect(countText(2165, 'partner')).toBe('2,165 partners');
    expect(bytesText(1_258_291)).toBe('1.2 MB');
  });
});

describe('dates on the screen', () => {
  const now = new Date(2026, 5, 18, 12, 0);
  it.each([
    [new Date(2026, 5, 18, 9, 12), 'Today, 09:12'],
    [new Date(2026, 5, 17, 23, 59), 'Yesterday'],
    [new Date(2026, 5, 11, 8, 0), '11 June'],
    [new Date(2025, 11, 2, 8, 0), '2 December 2025'],
  ])('%s reads %s', (then, expected) => {
    expect(whenText(then.toISOString(), now)).toBe(expected);
  });

  it('says nothing of a time that is none', () => {
    expect(whenText('soon', now)).toBe('');
  });

  it('never moves a day into another time zone', () => {
    expect(dayText('2026-06-30')).toBe('30 June');
    expect(dayText('2026-01-01', true)).toBe('1 January 2026');
    expect(monthText('2026-01')).toBe('Jan 2026');
  });
});
