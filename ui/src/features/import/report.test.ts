import { describe, expect, it } from 'vitest';
import type { ImportLook } from '../../api/generated';
import { silent } from './options';
import { isMonth, known, knownAs, reportAsks, type ReportLook } from './report';

const report: ReportLook = {
  asks_period: false,
  asks_motion: false,
  tells_paid: true,
  dates: ['transaction'],
  basis: 'approved',
  dated_by: 'transaction',
};
const look = (more: Partial<ReportLook>): ImportLook => ({
  sheets: [],
  sheet: '',
  header_row: 1,
  encoding: null,
  delimiter: null,
  profile: 'awin',
  profile_name: 'Awin by publisher',
  of_customers: false,
  remembered: null,
  columns: [],
  fields: [],
  rows: 1,
  remarks: [],
  report: { ...report, ...more },
});

describe('what a report asks for', () => {
  const said = silent('actuals');
  const on = (first: string | null, motion: string | null = null): typeof said => ({
    ...said,
    report: { ...said.report, first, motion },
  });
  it.each([
    ['nothing', look({}), said, null],
    ['no report', { ...look({}), report: null }, said, null],
    ['a month', look({ asks_period: true }), said, 'Say which month the report is of.'],
    ['a month that is one', look({ asks_period: true }), on('2026-13'), 'Write the months as 2026-03.'],
    ['its month is said', look({ asks_period: true }), on('2026-03'), null],
    ['a motion', look({ asks_motion: true }), on('2026-03'), 'Say which motion the report is of.'],
    ['its motion is said', look({ asks_motion: true }), on(null, 'id'), null],
  ])('%s', (_, seen, options, expected) => {
    expect(reportAsks(seen, options)).toBe(expected);
  });
  it.each([
    ['2026-03', true],
    ['2026-3', false],
    ['March', false],
  ])('%s', (text, expected) => {
    expect(isMonth(text)).toBe(expected);
  });
});

it('keeps one answer for a partner of a report', () => {
  let said = silent('actuals');
  for (const who of ['id-1', 'out', 'new', 'out', 'id-2']) {
    said = { ...said, ...known(said, 'Gamma', who) };
    expect(knownAs(said, 'Gamma')).toBe(who);
  }
  expect(said.report.left_out).toEqual([]);
  expect(said.same).toEqual([{ name: 'Gamma', other: 'id-2' }]);
});
