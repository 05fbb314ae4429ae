// The window and the files that it exports name the same partners: Rust reads this table too (`picture`, `svg/ranges`).
// It is a scatter of 160 partners with two captions among them, as `crowd` makes it, rounded to hundredths.
import { expect, it } from 'vitest';
import made from '../../../../tests/fixtures/labels/ranges.json';
import { LabelRanges, type RangedLabel } from './label-ranges';
import { PAINT } from './samples';
import type { LabelItem } from './scene';

type Row = Pick<LabelItem, 'at' | 'dx' | 'dy' | 'size' | 'align' | 'font_size' | 'from_scale' | 'priority'> & {
  rim: number;
  owner: number | null;
};

interface Table {
  labels: Row[];
  bodies: { x: number; y: number; r: number }[];
  /** Null for one that never finds room. */
  from: (number | null)[];
}

it('every label is shown from the scale of the table on', () => {
  const table = made as unknown as Table;
  expect(table.labels.length).toBeGreaterThan(150);
  expect(scalesOf(table)).toEqual(table.from);
});

function scalesOf({ labels, bodies }: Omit<Table, 'from'>): Table['from'] {
  const ranged = labels.map((row): RangedLabel => {
    const item: LabelItem = { type: 'label', id: null, lines: [], weight: 420, color: PAINT, halo: true, ...row };
    return { item, owner: row.owner ?? -1, rim: row.rim, drop: 0, absent: false };
  });
  return [...new LabelRanges(ranged, bodies).from].map((from) => (from < Infinity ? from : null));
}
