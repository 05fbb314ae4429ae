import { expect, it } from 'vitest';
import { fixed, leastWidth, tracks, type GridColumn } from './columns';

const column = (least: number): GridColumn => ({
  id: String(least),
  label: '',
  track: `${least}px`,
  least,
  sortable: true,
  editor: 'none',
});

it.each([
  [false, '44px 100px 60px 12px', 216, 1],
  [true, '44px 32px 100px 60px 12px', 248, 2],
])('gives every column a track, with a mark: %s', (lead, row, width, before) => {
  const columns = [column(100), column(60)];
  expect([tracks(columns, lead), leastWidth(columns, lead), fixed(lead)]).toEqual([row, width, before]);
});
