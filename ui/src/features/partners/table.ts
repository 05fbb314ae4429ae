/** The partners' table: which rows, in which order. Pure; knows nothing of the screen. */

import type { Character, Owner, PartnerRow } from '../../api/generated';
import { folded } from '../../shared/finding';
import {
  compared,
  nameOrder,
  ordered,
  type RowGroup,
  type Sortable,
  type SortKey as GridSortKey,
} from '../../shared/grid';

export type BuiltIn =
  | 'name'
  | 'character'
  | 'kind'
  | 'tier'
  | 'stage'
  | 'owner'
  | 'depth'
  | 'fit'
  | 'lens'
  | 'revenue'
  | 'group'
  | 'regions'
  | 'segments'
  | 'tags';
export type Column = BuiltIn | `custom:${string}`;

export function isCustom(column: string): column is `custom:${string}` {
  return column.startsWith('custom:');
}

/** The key of a custom field's column. */
export function fieldKey(column: `custom:${string}`): string {
  return column.slice('custom:'.length);
}

export type SortKey = GridSortKey<Column>;

/** What the rows' keys are called and where they stand in their lists. */
export interface Vocabulary {
  kindName: (key: string) => string;
  stageName: (key: string) => string;
  stagePosition: (key: string) => number;
  ownerLabel: (owner: Owner) => string;
  tagName: (id: string) => string;
  /** A custom field's value as it is shown, and as a number where it is one. */
  custom: (key: string, value: string) => { text: string; figure: number | null };
}

const CHARACTERS: Record<Character, number> = { strategic: 3, ecotone: 2, transactional: 1, unknown: 0 };

/** Rows in order of the keys, then by name; what is empty comes last in either direction. */
export function sorted(rows: readonly PartnerRow[], keys: readonly SortKey[], words: Vocabulary): PartnerRow[] {
  return ordered(rows, keys, (row, column) => valueOf(row, column, words));
}

function valueOf(row: PartnerRow, column: Column, words: Vocabulary): Sortable {
  switch (column) {
    case 'name':
      return row.name;
    case 'character':
      return CHARACTERS[row.character];
    case 'kind':
      return words.kindName(row.kind);
    case 'tier':
      return row.tier === '' ? null : row.tier;
    case 'stage':
      return row.stage === null ? null : words.stagePosition(row.stage);
    case 'owner':
      return row.owner === null ? null : words.ownerLabel(row.owner);
    case 'depth':
    case 'lens':
      return row.depth;
    case 'fit':
      return row.fit;
    case 'revenue':
      return row.actual;
    case 'group':
      return row.group;
    case 'regions':
      return listed(row.regions);
    case 'segments':
      return listed(row.segments);
    case 'tags':
      return listed(row.tags.map(words.tagName));
    default: {
      const value = row.custom[fieldKey(column)];
      if (value === undefined) return null;
      const { text, figure } = words.custom(fieldKey(column), value);
      return figure ?? text;
    }
  }
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ');
}

/** What is told apart when rows are grouped by a column. */
export type GroupBy =
  Extract<BuiltIn, 'kind' | 'character' | 'stage' | 'tier' | 'owner' | 'group'> | `custom:${string}`;

/** Rows in groups, in the order in which a sort by that column has them; what is empty comes last. */
export function grouped(rows: readonly PartnerRow[], by: GroupBy, words: Vocabulary): RowGroup<PartnerRow>[] {
  const groups = new Map<string, PartnerRow[]>();
  for (const row of rows) {
    const name = groupName(row, by, words);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const names = nameOrder();
  const place = ({ rows: [first] }: RowGroup<PartnerRow>): Sortable => (first ? valueOf(first, by, words) : null);
  const descending = by === 'character';
  return [...groups]
    .map(([name, members]) => ({ name, rows: members }))
    .sort((a, b) => compared(a.name === '' ? null : place(a), b.name === '' ? null : place(b), descending, names));
}

function groupName(row: PartnerRow, by: GroupBy, words: Vocabulary): string {
  switch (by) {
    case 'kind':
      return words.kindName(row.kind);
    case 'character':
      return row.character.charAt(0).toUpperCase() + row.character.slice(1);
    case 'stage':
      return row.stage === null ? '' : words.stageName(row.stage);
    case 'tier':
      return row.tier === null ? '' : `Tier ${row.tier}`;
    case 'owner':
      return row.owner === null ? '' : words.ownerLabel(row.owner);
    case 'group':
      return row.group ?? '';
    default: {
      const value = row.custom[fieldKey(by)];
      return value === undefined ? '' : words.custom(fieldKey(by), value).text;
    }
  }
}

/** Rows in which every word of the query occurs, in whichever column. */
export function found(rows: readonly PartnerRow[], query: string, words: Vocabulary): readonly PartnerRow[] {
  const wanted = folded(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const hay = folded(
      [
        row.name,
        words.kindName(row.kind),
        row.character,
        row.tier ?? '',
        row.stage === null ? '' : words.stageName(row.stage),
        row.owner === null ? '' : words.ownerLabel(row.owner),
        row.group ?? '',
        ...row.regions,
        ...row.segments,
        ...row.tags.map(words.tagName),
        ...Object.entries(row.custom).map(([key, value]) => words.custom(key, value).text),
      ].join(' '),
    );
    return wanted.every((word) => hay.includes(word));
  });
}
