import { expect, it } from 'vitest';
import type { ScenarioDifferenceView } from '../../api/generated';
import { countWords, grouped } from './groups';

const row = (table: string, what: string): ScenarioDifferenceView => ({
  id: what,
  table,
  row: 'row',
  column: 'column',
  motion: null,
  what,
  base_text: '1',
  text: '2',
  usable: true,
  why_not: null,
});

it('differences stand with their like, in one order, what is not known last', () => {
  const rows = [
    row('budget_line', 'a'),
    row('gone', 'b'),
    row('motion', 'c'),
    row('organization', 'd'),
    row('motion', 'e'),
  ];
  const told = grouped(rows).map(({ title, rows: own }) => [title, own.map(({ what }) => what).join('')]);
  expect(told).toEqual([
    ['Partners', 'd'],
    ['Motions', 'ce'],
    ['Budgets', 'a'],
    ['Others', 'b'],
  ]);
});

it('nothing that differs has no groups', () => {
  expect(grouped([])).toEqual([]);
});

it.each([
  [0, 0, 'as Expected'],
  [1, 0, '1 difference'],
  [7, 0, '7 differences'],
  [7, 2, '7 differences, 2 of no effect'],
])('%d with %d unusable reads as it is', (differences, unusable, words) => {
  expect(countWords(differences, unusable)).toBe(words);
});
