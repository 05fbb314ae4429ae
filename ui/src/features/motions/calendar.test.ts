import { describe, expect, it } from 'vitest';
import { dayAt, xOf, type Calendar } from './calendar';
import { shifted } from './days';

const calendar: Calendar = { months: ['2026-01', '2026-12'], width: 1200 };

describe('xOf', () => {
  it.each([
    ['2026-01-01', 0],
    ['2026-02-15', 150],
    ['2026-12-01', 1100],
    ['2027-01-01', 1200],
    ['2025-12-01', -100],
  ])('%s lies at %i', (day, x) => {
    expect(xOf(calendar, day)).toBeCloseTo(x);
  });
});

it('finds every day of the year again from its place', () => {
  for (let day = '2025-11-20'; day < '2027-02-10'; day = shifted(day, 1)) {
    expect(dayAt(calendar, xOf(calendar, day))).toBe(day);
  }
});

it('takes the nearest day', () => {
  expect(dayAt(calendar, xOf(calendar, '2026-03-10') + 1)).toBe('2026-03-10');
  expect(dayAt(calendar, xOf(calendar, '2026-03-10') + 2)).toBe('2026-03-11');
});
