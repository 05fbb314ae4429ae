import { expect, it } from 'vitest';
import { daysOf, daysText, loadOf, monthAfter, monthsFrom, readDays } from './load';

it('months go over the end of a year', () => {
  expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthAfter('2026-01', -2)).toBe('2025-11');
});

it.each([
  ['20', 20],
  [' 12,5 ', 12.5],
  ['', null],
  ['a few', undefined],
  ['-3', undefined],
])('"%s" is read as days', (typed, days) => {
  expect(readDays(typed)).toBe(days);
});

it('finds the days of a function, and its work in a month', () => {
  const capacities = [{ organization: 'us', name: 'Us', is_us: true, function: 'sales', days: 20 }] as const;
  expect(daysOf(capacities, 'us', 'sales')).toBe(20);
  expect(daysOf(capacities, 'them', 'sales')).toBeNull();
  const loads = [{ month: '2026-05', function: 'sales', days: 12.25 }] as const;
  expect(loadOf(loads, 'sales', '2026-05')).toBe(12.25);
  expect(loadOf(loads, 'sales', '2026-06')).toBe(0);
  expect(daysText(12.25)).toBe('12.3');
});
