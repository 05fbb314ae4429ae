import { expect, it } from 'vitest';
import { neighbor } from './found';
import { best } from './ranking';

const names = ['Brückenwerk', 'Fernhill Commerce', 'Commerce Bank', 'Ops & Orders', 'The Shelf Report'];

it.each([
  ['comm', ['Commerce Bank', 'Fernhill Commerce']],
  ['fern comm', ['Fernhill Commerce']],
  ['brucken', ['Brückenwerk']],
  ['report', ['The Shelf Report']],
  ['elf', ['The Shelf Report']],
  ['zzz', []],
])('%s finds %o', (typed, expected) => {
  expect(best(typed, names, (name) => name, 5)).toEqual(expected);
});

it('shows the first few while nothing is typed, as they came', () => {
  expect(best('', ['b', 'a', 'c'], (name) => name, 2)).toEqual(['b', 'a']);
});

it('moves along the lines round and round', () => {
  const lines = ['a', 'b', 'c'].map((id) => ({ id, text: id, run: () => undefined }));
  expect(neighbor(lines, 'c', 1)).toBe('a');
  expect(neighbor(lines, 'a', -1)).toBe('c');
  expect(neighbor(lines, 'gone', 1)).toBe('a');
  expect(neighbor([], 'a', 1)).toBeUndefined();
});
