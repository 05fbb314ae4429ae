import { describe, expect, it } from 'vitest';
import { dayNumber, isDay, isoOf, shifted, spokenShort } from './days';

it.each(['1999-12-31', '2024-02-29', '2026-11-23'])('%s goes through a number and back', (iso) => {
  expect(isoOf(dayNumber(iso))).toBe(iso);
});

it.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-28', 2, '2026-03-30'],
])('%s and %i days is %s', (iso, days, expected) => {
  expect(shifted(iso, days)).toBe(expected);
});

describe('isDay', () => {
  it.each([
    ['2026-06-18', true],
    ['2026-02-30', false],
    ['18 June', false],
    ['', false],
  ])('%s: %s', (iso, expected) => {
    expect(isDay(iso)).toBe(expected);
  });
});

it('writes days in few letters', () => {
  expect(spokenShort('2026-06-24')).toBe('24 Jun');
});
