import { expect, it } from 'vitest';
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
