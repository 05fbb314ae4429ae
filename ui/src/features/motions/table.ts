/** Motions as rows of a table: columns, order, and what an edited cell changes. Pure. */

import type { Health, MotionChange, MotionRow, MotionStatus, WorkspaceState } from '../../api/generated';
import { moneyInFull, numberText } from '../../shared/format';
import { folded } from '../../shared/finding';
import { leastWidth, ordered, type Choice, type GridColumn, type Sortable, type SortKey } from '../../shared/grid';
import { HEALTH_WORDS, STATUS_WORDS } from '../../shared/words';
import { chosenOwner, ownerChoices, ownerKey, ownerLabel } from '../partners';
import { amountOf, typedAgain } from './amount';
import { isDay, spokenShort } from './days';

export type MotionColumn =
  'name' | 'kind' | 'status' | 'health' | 'owner' | 'partners' | 'start' | 'end' | 'budget' | 'progress';

export interface MotionShape extends GridColumn {
  id: MotionColumn;
}

const FIGURES: ReadonlySet<MotionColumn> = new Set(['budget', 'progress']);

const shape = (
  id: MotionColumn,
  label: string,
  least: number,
  share: number,
  editor: GridColumn['editor'],
): MotionShape => ({
  id,
  label,
  least,
  track: share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`,
  sortable: true,
  editor,
  descendingFirst: FIGURES.has(id),
  figure: FIGURES.has(id),
});

const COLUMNS: readonly MotionShape[] = [
  shape('name', 'Name', 180, 1.6, 'text'),
  shape('kind', 'Kind', 110, 1, 'choice'),
  shape('status', 'Status', 88, 0, 'choice'),
  shape('health', 'Health', 96, 0, 'choice'),
  shape('owner', 'Owner', 120, 0.7, 'choice'),
  shape('partners', 'Partners', 120, 1, 'none'),
  shape('start', 'Start', 106, 0, 'text'),
  shape('end', 'End', 106, 0, 'text'),
  shape('budget', 'Budget', 118, 0, 'text'),
  shape('progress', 'Progress', 104, 0, 'none'),
];

/** What the drawer shows anyway goes first when there is little room. */
const DISPENSABLE: readonly MotionColumn[] = ['partners', 'kind', 'health'];

export function motionColumns(width: number): readonly MotionShape[] {
  let shown = COLUMNS;
  for (const id of DISPENSABLE) if (leastWidth(shown, false) > width) shown = shown.filter((each) => each.id !== id);
  return shown;
}

export function motionText(row: MotionRow, column: MotionColumn, state: WorkspaceState): string {
  switch (column) {
    case 'name':
      return row.name;
    case 'kind':
      return state.motion_kinds.find(({ key }) => key === row.kind)?.name ?? row.kind;
    case 'status':
      return STATUS_WORDS[row.status];
    case 'health':
      return row.status === 'running' ? HEALTH_WORDS[row.health] : '';
    case 'owner':
      return ownerLabel(state, row.owner) ?? '';
    case 'partners':
      return row.partners.map(({ name }) => name).join(', ');
    case 'start':
      return spokenShort(row.start, true);
    case 'end':
      return spokenShort(row.end, true);
    case 'budget':
      return moneyInFull(row.budget);
    case 'progress':
      return row.progress === null ? '' : `${numberText(row.progress * 100)}%`;
  }
}

/** What Expected says in a cell, where the chosen scenario says something else. */
export function motionBase({ base }: MotionRow, column: MotionColumn): string | null {
  return column === 'start' || column === 'end' || column === 'budget' ? base[column] : null;
}

/** What the editor of a cell begins with. */
export function motionValue(row: MotionRow, column: MotionColumn, state: WorkspaceState): string {
  switch (column) {
    case 'kind':
    case 'status':
    case 'health':
    case 'start':
    case 'end':
      return row[column];
    case 'owner':
      return ownerKey(row.owner);
    case 'budget':
      return typedAgain(row.budget.amount);
    default:
      return motionText(row, column, state);
  }
}

export function motionChoices(column: MotionColumn, state: WorkspaceState): readonly Choice[] | undefined {
  switch (column) {
    case 'kind':
      return state.motion_kinds.map(({ key, name }) => ({ value: key, label: name }));
    case 'status':
      return Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));
    case 'health':
      return Object.entries(HEALTH_WORDS).map(([value, label]) => ({ value, label }));
    case 'owner':
      return ownerChoices(state);
    default:
      return undefined;
  }
}

/** An edited text as it is kept; null where it is none of its kind. */
export function motionRead(column: MotionColumn): ((typed: string) => string | null) | undefined {
  if (column === 'start' || column === 'end') return (typed) => (isDay(typed) ? typed : null);
  if (column === 'budget') return (typed) => amountOf(typed) ?? null;
  return undefined;
}

/** What a cell's new value changes; nothing where it says the same. */
export function motionChange(
  row: MotionRow,
  column: MotionColumn,
  value: string,
  state: WorkspaceState,
): MotionChange | undefined {
  if (value === motionValue(row, column, state)) return undefined;
  switch (column) {
    case 'name':
      return value === '' ? undefined : { field: 'name', value };
    case 'kind':
      return { field: 'kind', value };
    case 'status':
      return isStatus(value) ? { field: 'status', value } : undefined;
    case 'health':
      return isHealth(value) ? { field: 'health', value } : undefined;
    case 'owner':
      return { field: 'owner', value: chosenOwner(state, value) };
    case 'start':
    case 'end':
      return value === '' ? undefined : { field: 'dates', value: { start: row.start, end: row.end, [column]: value } };
    case 'budget':
      return amountOf(value) === undefined || Number(value) === Number(row.budget.amount)
        ? undefined
        : { field: 'budget', value: { amount: value, currency: row.budget.currency } };
    default:
      return undefined;
  }
}

export function foundMotions(rows: readonly MotionRow[], text: string, state: WorkspaceState): readonly MotionRow[] {
  const words = folded(text).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const hay = folded(`${row.name} ${motionText(row, 'kind', state)} ${motionText(row, 'partners', state)}`);
    return words.every((word) => hay.includes(word));
  });
}

const STATUS_ORDER = Object.keys(STATUS_WORDS);
const HEALTH_ORDER = Object.keys(HEALTH_WORDS);

export function sortedMotions(
  rows: readonly MotionRow[],
  keys: readonly SortKey<MotionColumn>[],
  state: WorkspaceState,
): MotionRow[] {
  return ordered(rows, keys, (row, column): Sortable => {
    if (column === 'budget') return Number(row.budget.amount);
    if (column === 'progress') return row.progress;
    if (column === 'start' || column === 'end') return row[column];
    if (column === 'status') return STATUS_ORDER.indexOf(row.status);
    if (column === 'health') return row.status === 'running' ? HEALTH_ORDER.indexOf(row.health) : null;
    return motionText(row, column, state) || null;
  });
}

function isStatus(value: string): value is MotionStatus {
  return value in STATUS_WORDS;
}

function isHealth(value: string): value is Health {
  return value in HEALTH_WORDS;
}
