import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../api/generated';
import { asksForDates, besides, doneText, inWindow, listed, writeLabel } from './outcome';

const preview = (more: Partial<ImportPreview> = {}): ImportPreview => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  refused: 0,
  summary: [],
  created_names: [],
  updated_names: [],
  faults: [],
  questions: [],
  possible_duplicates: [],
  missing: [],
  ...more,
});

const AMBIGUOUS =
  "Row 3, column 'Since': found '1/3/2026', expected a day; it may be 2026-03-01 or 2026-01-03, and nothing else in the column tells; say --dates day-first or --dates month-first";

describe('sentences for whoever types commands', () => {
  it.each([
    AMBIGUOUS,
    'x.csv is an export of HubSpot: these are companies that you sell to. Import them with --as accounts, or say which of them are partners, for example with --partner-if "Type=Partner"',
    'x.csv has no row of column names: found a, expected b. Add the names as the first row, or say which column is which with --map "Column=field"',
    'x.csv, row 1: no column for the name was found among a; expected one named b. Rename the column, say which it is with --map "Column=name", or give it for every row with --set name=VALUE',
    'This looks like another column: say which is which with --map "Column=field"',
    'Correct them, or have them written to a file with --rejects and take the others',
  ])('name no option of the command line: %s', (sentence) => {
    expect(inWindow(sentence)).not.toMatch(/--/);
    expect(inWindow(sentence).length).toBeGreaterThan(20);
  });
  it('leaves names in files alone', () => {
    expect(inWindow("Row 2: '--dates day-first' is no kind")).toBe("Row 2: '--dates day-first' is no kind.");
  });
});

it.each([
  [
    "Row 4: 'A / B' may be several partners; it was taken as one name.",
    "Row 4: 'A / B' may be several partners; it is taken as one name.",
  ],
  [
    "Row 5: 'A' may be 'B'; it was added as its own organization.",
    "Row 5: 'A' may be 'B'; it comes in as a partner of its own.",
  ],
  [
    "Row 8, column 'C': found nothing, expected the organization's name",
    "Row 8, column 'C': found nothing, expected the partner’s name.",
  ],
  [
    "Row 2, column 'Partner': found 'Acme', expected the name of one organization of this workspace; add it first, or import the organizations before (and 4 rows alike)",
    "Row 2, column 'Partner': found 'Acme', expected the name of one partner of this workspace; add it first, or import the partners before (and 4 rows alike).",
  ],
  ['1 new kind of organization: Other.', '1 new kind of partner: Other.'],
  ['12 new kinds of organization: A, B.', '12 new kinds of partner: A, B.'],
])('before anything is written, %s becomes %s', (sentence, expected) => {
  expect(inWindow(sentence)).toBe(expected);
});

it('says how many names are not listed', () => {
  expect(listed(['A', 'B'], 2)).toEqual(['A', 'B']);
  expect(listed(['A', 'B'], 1202)).toEqual(['A', 'B', 'and 1,200 more']);
  expect(listed([], 7)).toEqual([]);
});

it('asks for the order of day and month only where a row needs it', () => {
  expect(asksForDates(preview({ faults: [AMBIGUOUS] }))).toBe(true);
  expect(asksForDates(preview({ faults: ["Row 2, column 'Since': found 'soon', expected a day"] }))).toBe(false);
});

it('says besides only what stands in no list', () => {
  const seen = preview({
    questions: ["Row 3: 'A / B' may be several partners; it was taken as one name."],
    possible_duplicates: ['Row 4: Acme may be Acme Inc.'],
    missing: ['Gone'],
    summary: [
      '3 organizations added.',
      '1 new tag: Pilot.',
      "Row 3: 'A / B' may be several partners; it was taken as one name.",
      'Row 4: Acme may be Acme Inc.',
      '… and 2 other questions.',
      '1 name of the file before is not in this one; nothing was done about it: Gone.',
    ],
  });
  expect(besides(seen)).toEqual(['1 new tag: Pilot.']);
});

it.each([
  [{ created: 1 }, 'Import 1 row'],
  [{ created: 1200, updated: 34 }, 'Import 1,234 rows'],
  [{ created: 12, refused: 3 }, 'Import 12 rows, leave out 3'],
])('%o: the last button says “%s”', (counts, expected) => {
  expect(writeLabel(preview(counts))).toBe(expected);
});

it.each([
  [{}, 'Nothing changed: every row is there already.'],
  [{ created: 1 }, '1 new partner.'],
  [{ updated: 2 }, '2 changed partners.'],
  [{ created: 12, updated: 1 }, '12 new and 1 changed partner.'],
])('%o: done says “%s”', (counts, expected) => {
  expect(doneText(preview(counts), 'partner', 'partners')).toBe(expected);
});
