import { expect, it } from 'vitest';
import type { ImportPreview } from '../../api/generated';
import { asksForDates, doneText, listed, writeLabel } from './outcome';

const preview = (more: Partial<ImportPreview> = {}): ImportPreview => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  refused: 0,
  kept: 0,
  remarks: [],
  created_names: [],
  updated_names: [],
  faults: [],
  changes: [],
  questions: [],
  possible_duplicates: [],
  missing: [],
  ...more,
});

it('says how many names are not listed', () => {
  expect(listed(['A', 'B'], 2)).toEqual(['A', 'B']);
  expect(listed(['A', 'B'], 1202)).toEqual(['A', 'B', 'and 1,200 more']);
  expect(listed([], 7)).toEqual([]);
});

it('asks for the order of day and month only where a row needs it', () => {
  const fault = (asks_dates: boolean): ImportPreview['faults'][number] => ({ sentence: 'Row 3: no day.', asks_dates });
  expect(asksForDates(preview({ faults: [fault(false), fault(true)] }))).toBe(true);
  expect(asksForDates(preview({ faults: [fault(false)] }))).toBe(false);
});

it.each([
  [{ created: 1 }, 'Import 1 row'],
  [{ created: 1200, updated: 34 }, 'Import 1,234 rows'],
  [{ created: 12, refused: 3 }, 'Import 12 rows, leave out 3'],
  [{ kept: 2 }, 'Keep 2 rows'],
])('%o: the last button says “%s”', (counts, expected) => {
  expect(writeLabel(preview(counts))).toBe(expected);
});

it.each([
  [{}, 'Nothing changed: every row is there already.'],
  [{ kept: 2 }, '2 rows kept; no figure changes yet.'],
  [{ created: 1 }, '1 new partner.'],
  [{ updated: 2 }, '2 changed partners.'],
  [{ created: 12, updated: 1 }, '12 new and 1 changed partner.'],
])('%o: done says “%s”', (counts, expected) => {
  expect(doneText(preview(counts), 'partner', 'partners')).toBe(expected);
});
