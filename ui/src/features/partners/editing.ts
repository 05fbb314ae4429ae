/** What the editable cells hold, and what a new text or choice means as a change. */

import type { CustomFieldView, PartnerChange, PartnerRow, TagView, WorkspaceState } from '../../api/generated';
import { fieldKey, isCustom, type Column } from './table';
import {
  chosenOwner,
  kindChoices,
  NOBODY,
  ownerChoices,
  ownerKey,
  stageChoices,
  textsIn,
  type Choice,
} from './vocabulary';

/** The words that cells are edited with. */
export interface Known {
  state: WorkspaceState;
  fields: readonly CustomFieldView[];
  tags: readonly TagView[];
}

export function fieldOf(known: Known, column: Column): CustomFieldView | undefined {
  return isCustom(column) ? known.fields.find((field) => field.key === fieldKey(column)) : undefined;
}

/** The cell's value as its editor takes it. */
export function valueOf(row: PartnerRow, column: Column): string {
  switch (column) {
    case 'name':
      return row.name;
    case 'kind':
      return row.kind;
    case 'tier':
      return row.tier ?? '';
    case 'stage':
      return row.stage ?? NOBODY;
    case 'owner':
      return ownerKey(row.owner);
    case 'group':
      return row.group ?? '';
    default:
      return isCustom(column) ? (row.custom[fieldKey(column)] ?? '') : '';
  }
}

/** What a cell of several words holds. */
export function wordsOf(known: Known, row: PartnerRow, column: Column): string[] {
  switch (column) {
    case 'regions':
      return row.regions;
    case 'segments':
      return row.segments;
    case 'tags':
      return row.tags.flatMap((id) => known.tags.find((tag) => tag.id === id)?.name ?? []);
    default:
      return isCustom(column) ? textsIn(row.custom[fieldKey(column)] ?? '[]') : [];
  }
}

/** What can be chosen, or nothing where text is typed. */
export function choicesFor(known: Known, column: Column): Choice[] | undefined {
  switch (column) {
    case 'kind':
      return kindChoices(known.state);
    case 'stage':
      return stageChoices(known.state);
    case 'owner':
      return ownerChoices(known.state);
    default: {
      const field = fieldOf(known, column);
      if (field?.kind !== 'choice') return undefined;
      return [{ value: NOBODY, label: 'None' }, ...field.choices.map((value) => ({ value, label: value }))];
    }
  }
}

/** Nothing where the value stayed as it was, or where a name would be empty. */
export function changeOf(known: Known, row: PartnerRow, column: Column, value: string): PartnerChange | undefined {
  if (value === valueOf(row, column)) return undefined;
  switch (column) {
    case 'name':
      return value === '' ? undefined : { field: 'name', value };
    case 'kind':
      return { field: 'kind', value };
    case 'tier':
      return { field: 'tier', value };
    case 'stage':
      return { field: 'stage', value: value === NOBODY ? null : value };
    case 'owner':
      return { field: 'owner', value: chosenOwner(known.state, value) };
    case 'group':
      return { field: 'group', value };
    default:
      return isCustom(column) ? customChange(column, value) : undefined;
  }
}

/** Several words as a change; nothing where they stayed as they were. */
export function wordsChange(
  known: Known,
  row: PartnerRow,
  column: Column,
  words: readonly string[],
): PartnerChange | undefined {
  const before = wordsOf(known, row, column);
  if (before.length === words.length && before.every((word, index) => word === words[index])) return undefined;
  return manyChange(column, words);
}

/** Several words as they are written. */
export function manyChange(column: Column, words: readonly string[]): PartnerChange | undefined {
  switch (column) {
    case 'regions':
    case 'segments':
    case 'tags':
      return { field: column, value: [...words] };
    default:
      return isCustom(column) ? customChange(column, words.length === 0 ? '' : JSON.stringify(words)) : undefined;
  }
}

/** An empty value takes the field away. */
export function customChange(column: `custom:${string}`, value: string): PartnerChange {
  return { field: 'custom', value: { key: fieldKey(column), value: value === '' ? null : value } };
}
