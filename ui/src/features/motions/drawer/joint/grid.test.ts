import { expect, it } from 'vitest';
import { after, letterOf, moved } from './grid';

it.each([
  ['r', 'responsible'],
  ['A', 'accountable'],
  ['c', 'consulted'],
  ['I', 'informed'],
  ['Delete', null],
  ['Backspace', null],
  ['x', undefined],
  ['Enter', undefined],
])('%s writes %s', (key, letter) => {
  expect(letterOf(key)).toBe(letter);
});

it('clicks go round all letters and back to nothing', () => {
  const first = after(null);
  const seen = [first, after(first), after(after(first)), after(after(after(first)))];
  expect(seen).toEqual(['responsible', 'accountable', 'consulted', 'informed']);
  expect(after('informed')).toBeNull();
});

it.each([
  ['ArrowDown', { row: 0, column: 0 }, { row: 1, column: 0 }],
  ['ArrowUp', { row: 0, column: 1 }, { row: 0, column: 1 }],
  ['ArrowRight', { row: 2, column: 1 }, { row: 2, column: 1 }],
  ['Home', { row: 2, column: 1 }, { row: 2, column: 0 }],
  ['End', { row: 1, column: 0 }, { row: 1, column: 1 }],
  ['Tab', { row: 1, column: 0 }, undefined],
])('%s from %o leads to %o', (key, from, to) => {
  expect(moved(key, from, 3, 2)).toEqual(to);
});
