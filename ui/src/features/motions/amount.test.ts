import { expect, it } from 'vitest';
import { amountOf, moneyOf, typedAgain } from './amount';

it.each([
  ['12000', '12000.00'],
  ['12,000.5', '12000.50'],
  ['€ 12k', '12000.00'],
  ['1.25M', '1250000.00'],
  ['0', '0.00'],
  ['-5', undefined],
  ['1,2', undefined],
  ['twelve', undefined],
  ['', undefined],
  ['1.234', undefined],
])('“%s” is %s', (typed, amount) => {
  expect(amountOf(typed)).toBe(amount);
});

it('offers an amount as it was typed', () => {
  expect(typedAgain('12000.00')).toBe('12000');
  expect(typedAgain('12.50')).toBe('12.50');
});

it.each([
  ['1200', '1200.00', 'EUR'],
  ['1200 usd', '1200.00', 'USD'],
  ['CHF 12k', '12000.00', 'CHF'],
])('“%s” has its amount and currency', (typed, amount, currency) => {
  expect(moneyOf(typed, 'EUR')).toEqual({ amount, currency });
});

it('two currencies, or no amount, are no money', () => {
  expect(moneyOf('EUR 1200 USD', 'EUR')).toBeUndefined();
  expect(moneyOf('USD', 'EUR')).toBeUndefined();
});
