import { expect, it } from 'vitest';
import { columnsFor, tracks } from './columns';

it.each([
  [1372, 9],
  [1212, 9],
  [1020, 8],
  [860, 7],
  [400, 7],
])('at %i pixels %i columns stand', (width, count) => {
  expect(columnsFor(width)).toHaveLength(count);
});

it('keeps what can be edited, however little room there is', () => {
  const edited = columnsFor(0).filter((column) => column.editable);
  expect(edited.map((column) => column.id)).toEqual(['name', 'kind', 'tier', 'stage', 'owner']);
});

it('gives every column a track', () => {
  expect(tracks(columnsFor(2000)).match(/minmax|\d+px(?!,)/g)?.length).toBeGreaterThan(9);
});
