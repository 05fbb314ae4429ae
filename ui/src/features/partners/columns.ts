/** The table's columns: which of them fit, how wide they are, which can be edited. */

import type { Column } from './table';

export interface ColumnShape {
  id: Column;
  label: string;
  /** A track of the grid. */
  track: string;
  /** In pixels, to see what fits. */
  least: number;
  sortable: boolean;
  editable: boolean;
}

const COLUMNS: readonly ColumnShape[] = [
  { id: 'name', label: 'Name', track: 'minmax(150px, 1.35fr)', least: 150, sortable: true, editable: true },
  { id: 'character', label: 'Character', track: '118px', least: 118, sortable: true, editable: false },
  { id: 'kind', label: 'Kind', track: 'minmax(88px, .7fr)', least: 88, sortable: true, editable: true },
  { id: 'tier', label: 'Tier', track: 'minmax(58px, .45fr)', least: 58, sortable: true, editable: true },
  { id: 'stage', label: 'Stage', track: 'minmax(92px, .7fr)', least: 92, sortable: true, editable: true },
  { id: 'owner', label: 'Owner', track: 'minmax(112px, 1fr)', least: 112, sortable: true, editable: true },
  { id: 'depth', label: 'Depth, with its lowest', track: '172px', least: 172, sortable: true, editable: false },
  { id: 'lens', label: 'Lens', track: '92px', least: 92, sortable: false, editable: false },
  {
    id: 'revenue',
    label: 'Influenced revenue',
    track: 'minmax(236px, 1.5fr)',
    least: 236,
    sortable: true,
    editable: false,
  },
];

/** The check box and the shape stand before the columns. */
export const FIXED = 2;

/** The check box and the shape before the first column, and the margin after the last. */
const BEFORE = 76;
const AFTER = 12;
/** What the inspector shows anyway goes first when there is little room. */
const DISPENSABLE: readonly Column[] = ['revenue', 'lens'];

export function columnsFor(width: number): readonly ColumnShape[] {
  let shown = COLUMNS;
  for (const id of DISPENSABLE) {
    const needed = shown.reduce((sum, column) => sum + column.least, BEFORE + AFTER);
    if (needed > width) shown = shown.filter((column) => column.id !== id);
  }
  return shown;
}

/** The row's grid: check box, shape, columns. */
export function tracks(columns: readonly ColumnShape[]): string {
  return `44px 32px ${columns.map((column) => column.track).join(' ')} ${AFTER}px`;
}
