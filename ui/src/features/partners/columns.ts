/** The table's columns: which there are, which of them fit, how wide they are, how each is edited. */

import type { CustomFieldView, CustomKind } from '../../api/generated';
import { leastWidth, type GridColumn } from '../../shared/grid';
import { isCustom, type Column } from './table';

export interface ColumnShape extends GridColumn {
  id: Column;
  /** What the values of a custom column are. */
  kind?: CustomKind;
  choices?: readonly string[];
}

/** Figures read best from the largest, words from A. */
const DESCENDING_FIRST: ReadonlySet<Column> = new Set<Column>(['character', 'depth', 'fit', 'revenue']);

type Editor = GridColumn['editor'];

function column(id: Column, label: string, least: number, share: number, editor: Editor, title?: string): ColumnShape {
  const track = share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  return { id, label, title, track, least, sortable: id !== 'lens', descendingFirst: DESCENDING_FIRST.has(id), editor };
}

const BUILT_IN: readonly ColumnShape[] = [
  column('name', 'Name', 150, 1.35, 'text'),
  column('character', 'Character', 118, 0, 'none'),
  column('kind', 'Kind', 88, 0.7, 'choice'),
  column('tier', 'Tier', 58, 0.45, 'text'),
  column('stage', 'Stage', 92, 0.7, 'choice'),
  column('owner', 'Owner', 112, 1, 'choice'),
  column('depth', 'Depth, with its lowest', 172, 0, 'none'),
  column('lens', 'Lens', 92, 0, 'none'),
  column(
    'revenue',
    'Influenced revenue, actual against plan',
    240,
    1.5,
    'none',
    'Won this fiscal year with the partner’s part in it, against its even part of what its motions were projected to influence by now',
  ),
  column('fit', 'Fit', 74, 0, 'none', 'To the ideal-partner profile: 1 to 5, – while too little is answered'),
  column('group', 'Group', 120, 0.8, 'text'),
  column('regions', 'Regions', 120, 0.9, 'many'),
  column('segments', 'Segments', 120, 0.9, 'many'),
  column('tags', 'Tags', 130, 1, 'many'),
];

/** What a table shows that nobody has set up. */
const USUAL = 9;

const WIDTHS: Record<CustomKind, number> = {
  text: 130,
  number: 96,
  money: 110,
  date: 116,
  choice: 112,
  multi_choice: 140,
  link: 140,
};

function editorOf(kind: CustomKind): Editor {
  return kind === 'choice' ? 'choice' : kind === 'multi_choice' ? 'many' : 'text';
}

/** Every column there is: the built-in ones, then the workspace's own. */
export function allColumns(fields: readonly CustomFieldView[]): readonly ColumnShape[] {
  const own = fields.map((field): ColumnShape => {
    const id: Column = `custom:${field.key}`;
    const shape = column(id, field.name, WIDTHS[field.kind], 0.7, editorOf(field.kind));
    return { ...shape, kind: field.kind, choices: field.choices };
  });
  return [...BUILT_IN, ...own];
}

/** What the inspector shows anyway goes first when there is little room. */
const DISPENSABLE: readonly Column[] = ['revenue', 'lens'];

/** The usual columns with the workspace's own after them, as far as a table without a choice of its own has them. */
export function usualColumns(all: readonly ColumnShape[]): readonly ColumnShape[] {
  return [...all.slice(0, USUAL), ...all.filter(({ id }) => isCustom(id))];
}

/** The columns chosen, in order; the name is always among them. */
export function chosenColumns(all: readonly ColumnShape[], chosen: readonly string[]): readonly ColumnShape[] {
  if (chosen.length === 0) return usualColumns(all);
  const found = chosen.flatMap((id) => all.find((each) => each.id === id) ?? []);
  const name = all.find(({ id }) => id === 'name');
  return found.some(({ id }) => id === 'name') || !name ? found : [name, ...found];
}

/** Columns that nobody chose make room for each other; chosen ones are scrolled to. */
export function columnsFor(
  width: number,
  all: readonly ColumnShape[] = BUILT_IN,
  chosen: readonly string[] = [],
): readonly ColumnShape[] {
  let shown = chosenColumns(all, chosen);
  if (chosen.length > 0) return shown;
  for (const id of DISPENSABLE) {
    if (leastWidth(shown, true) > width) shown = shown.filter((each) => each.id !== id);
  }
  return shown;
}
