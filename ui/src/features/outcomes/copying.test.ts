import { expect, test } from 'vitest';
import { figureText, monthsText, tableText, varianceText } from './copying';

const origin = { name: 'Tidewater plan', scenario: 'Expected', today: '2026-11-23' };
const from = '(Tidewater plan, Expected, 23 November 2026)';

test.each([
  ['2026-01', '2026-12', 'FY 2026'],
  ['2025-04', '2026-03', 'FY 2026'],
  ['2026-01', '2026-03', 'Jan 2026 to Mar 2026'],
  ['2026-05', '2026-05', 'May 2026'],
])('the months %s to %s are %s', (first, last, expected) => {
  expect(monthsText(first, last)).toBe(expected);
});

test.each([
  ['Influenced revenue', '€1.2M', `€1.2M influenced revenue, FY 2026 ${from}`],
  ['ROAS', '4.1', `4.1 ROAS, FY 2026 ${from}`],
])('%s is copied with its source', (label, value, expected) => {
  expect(figureText({ label, value, first: '2026-01', last: '2026-12' }, origin)).toBe(expected);
});

test('a row of motions and a table are copied with their source', () => {
  const row = { name: 'Harbor Tour', actual_text: '€42k', planned_text: '€40k', variance_text: '+€2k' };
  expect(varianceText(row as Parameters<typeof varianceText>[0], 'Revenue', origin)).toBe(
    `Harbor Tour, revenue: actual €42k, planned €40k, variance +€2k ${from}`,
  );
  const table = tableText(
    'Revenue by month',
    [
      ['Month', 'Actual'],
      ['Jan\t2026', '12'],
    ],
    origin,
  );
  expect(table).toBe(`Month\tActual\nJan 2026\t12\nRevenue by month ${from}`);
});
