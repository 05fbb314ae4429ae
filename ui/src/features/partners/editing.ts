/** What the editable cells hold, and what a new text or choice means as a change. */

import type { PartnerChange, PartnerRow, WorkspaceState } from '../../api/generated';
import type { Column } from './table';
import { chosenOwner, kindChoices, NOBODY, ownerChoices, ownerKey, stageChoices, type Choice } from './vocabulary';

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
    default:
      return '';
  }
}

/** What can be chosen, or nothing where text is typed. */
export function choicesFor(state: WorkspaceState, column: Column): Choice[] | undefined {
  switch (column) {
    case 'kind':
      return kindChoices(state);
    case 'stage':
      return stageChoices(state);
    case 'owner':
      return ownerChoices(state);
    default:
      return undefined;
  }
}

/** Nothing where the value stayed as it was, or where a name would be empty. */
export function changeOf(
  state: WorkspaceState,
  row: PartnerRow,
  column: Column,
  value: string,
): PartnerChange | undefined {
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
      return { field: 'owner', value: chosenOwner(state, value) };
    default:
      return undefined;
  }
}
