import { describe, expect, it } from 'vitest';
import type { ActualCell, ActualsRow } from '../../../api/generated';
import {
  blockOf,
  cellWords,
  copied,
  culpritAt,
  pasted,
  rowsShown,
  shownText,
  tooLarge,
  typedCells,
  yearAway,
} from './cells';

const cell = (text: string, more: Partial<ActualCell> = {}): ActualCell => ({
  text,
  confirmed: true,
  imported: [],
  ...more,
});
const row = (name: string, used: boolean, ...cells: ActualCell[]): ActualsRow => ({
  metric: name.toLowerCase(),
  name,
  unit: 'count',
  side: 'strategic',
  used,
  instead: null,
  cells,
});
const months = ['2026-01', '2026-02', '2026-03'];
const rows = [
  row('Leads', true, cell('1'), cell('2', { confirmed: false }), cell('')),
  row('Leads won', true, cell('3'), cell('4', { imported: ['awin.csv'] }), cell('5')),
  row('Orders', false, cell(''), cell(''), cell('')),
];
const all = { top: 0, bottom: 1, left: 0, right: 2 };

it('goes to the fiscal year before and after', () => {
  expect(yearAway(['2025-07', '2026-06'], -1)).toEqual({ first: '2024-07', last: '2025-06' });
  expect(yearAway(['2025-07', '2026-06'], 2)).toEqual({ first: '2027-07', last: '2028-06' });
});

it('shows the metrics in use first, and finds among all of them', () => {
  const names = (...asked: [boolean, string]): string[] => rowsShown(rows, ...asked).map(({ name }) => name);
  expect(names(false, 'orders')).toEqual(['Leads', 'Leads won']);
  expect(names(true, '')).toEqual(['Leads', 'Leads won', 'Orders']);
  expect(names(true, 'ord')).toEqual(['Orders']);
});

it.each([
  ['1234567.5', '1,234,567.5'],
  ['-1200', '−1,200'],
  ['12%', '12%'],
  ['999', '999'],
  ['12000.00 USD', '12,000.00 USD'],
  ['', ''],
])('shows %s as %s', (text, expected) => {
  expect(shownText(text)).toBe(expected);
});

describe('a block', () => {
  it('goes from one corner to the other, whichever came first', () => {
    expect(blockOf({ row: 2, column: 0 }, { row: 0, column: 1 })).toEqual({ top: 0, bottom: 2, left: 0, right: 1 });
  });

  it('is copied as it can be pasted again', () => {
    expect(copied(rows, { ...all, left: 1 })).toEqual([
      ['2', ''],
      ['4', '5'],
    ]);
  });

  it('is pasted from its corner on, without what lies outside', () => {
    const cells = pasted([['7', ' 8 '], ['9']], rows, months, { top: 1, bottom: 1, left: 1, right: 1 });
    expect(cells).toEqual([
      { metric: 'leads won', month: '2026-02', value: '7' },
      { metric: 'leads won', month: '2026-03', value: '8' },
      { metric: 'orders', month: '2026-02', value: '9' },
    ]);
  });

  it('is filled by a single figure', () => {
    const cells = pasted([['7']], rows, months, { ...all, left: 2 });
    expect(cells.map(({ metric, month, value }) => `${metric} ${month} ${value ?? ''}`)).toEqual([
      'leads 2026-03 7',
      'leads won 2026-03 7',
    ]);
  });

  it('is cleared and confirmed only where a person typed', () => {
    expect(typedCells(rows, months, all).map(({ metric, month }) => `${metric} ${month}`)).toEqual([
      'leads 2026-01',
      'leads 2026-02',
      'leads won 2026-01',
      'leads won 2026-03',
    ]);
  });
});

it.each([
  [[['1', '2']], null],
  [[['1', '2', '3']], /^3 columns were copied, but 2 months are left/],
  [[['1'], ['2'], ['3']], /^3 rows were copied, but 2 metrics are left/],
])('says what does not fit', (lines, expected) => {
  const said = tooLarge(lines, { row: 1, column: 1 }, { rows: 3, months: 3 });
  if (expected === null) expect(said).toBeNull();
  else expect(said).toMatch(expected);
});

it.each([
  ["Leads won of 2026-02: 'x' is no figure.", { row: 1, column: 1 }],
  ['Leads of 2026-03 comes from awin.csv.', { row: 0, column: 2 }],
  ['The file cannot be written.', null],
])('finds the cell that “%s” is about', (message, expected) => {
  expect(culpritAt(message, { months }, rows)).toEqual(expected);
});

it.each([
  [cell('1200'), 'Leads, Feb 2026: 1,200, confirmed.'],
  [cell('1200', { confirmed: false }), 'Leads, Feb 2026: 1,200, provisional.'],
  [
    cell('7', { imported: ['a.csv', 'b.csv'] }),
    'Leads, Feb 2026: 7, confirmed, from a.csv and b.csv. Not typed over here.',
  ],
  [cell(''), 'Leads, Feb 2026: no figure yet.'],
])('says what is known of a cell', (of, expected) => {
  expect(cellWords(row('Leads', true), of, 'Feb 2026')).toBe(expected);
});
