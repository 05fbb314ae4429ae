import { expect, it } from 'vitest';
import { readDay, readNumber } from './typed';

it.each<[string, string | null]>([
  ['1250', '1250'],
  ['1,250', '1250'],
  ['1,250.50', '1250.50'],
  ['1.250,50', '1250.50'],
  ['1.234.567', '1234567'],
  ['12,5', '12.5'],
  ['€1.2k', '1200'],
  ['2M', '2000000'],
  ['(30)', '-30'],
  ['-0.5', '-0.5'],
  ['EUR 12', '12'],
  ['12 %', '12'],
  ['0', '0'],
  ['007', '7'],
  ['twelve', null],
  ['1-2', null],
  ['', null],
])('reads the number %j as %j', (typed, expected) => {
  expect(readNumber(typed)).toBe(expected);
});

it.each<[string, string | null]>([
  ['2026-06-30', '2026-06-30'],
  ['2026-6-3', '2026-06-03'],
  ['2026-02-30', null],
  ['30.06.2026', '2026-06-30'],
  ['30 June 2026', '2026-06-30'],
  ['June 30, 2026', '2026-06-30'],
  ['30/6/2026', '2026-06-30'],
  ['6/30/2026', '2026-06-30'],
  ['1/3/2026', null],
  ['soon', null],
])('reads the day %j as %j', (typed, expected) => {
  expect(readDay(typed)).toBe(expected);
});
