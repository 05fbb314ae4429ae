/** What can be done with the table, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { workspace } from '../../shared/workspace.svelte';
import { opened } from './relationships/opened.svelte';
import { table } from './table.svelte';

/** Leaves whatever covers the table. */
function toTable(): void {
  // What the screen would begin afresh with when it is first shown.
  table.belongTo(workspace.open.us);
  navigation.go('partners');
  table.mode = 'table';
}

export const actions: readonly Action[] = [
  {
    id: 'partners.add',
    label: 'Add partner to the table',
    group: 'Partners',
    screen: 'partners',
    shortcut: 'N',
    hidden: true,
    enabled: () => navigation.page === null && table.mode === 'table',
    run: () => void (table.adding = true),
  },
  {
    id: 'partners.page',
    label: 'Open the partner’s page',
    group: 'Partners',
    enabled: () =>
      navigation.partner !== null && navigation.partner !== workspace.state?.us && navigation.page === null,
    run: () => {
      if (navigation.partner !== null) navigation.openPage(navigation.partner);
    },
  },
  {
    id: 'partners.sort',
    label: 'Sort unknown partners',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => {
      toTable();
      table.mode = 'sorting';
    },
  },
  {
    id: 'partners.duplicates',
    label: 'Show partners that may be the same',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => {
      toTable();
      table.mode = 'duplicates';
    },
  },
  {
    id: 'partners.due',
    label: 'Show what is due',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => {
      toTable();
      table.due = true;
    },
  },
  {
    id: 'partners.kinds',
    label: 'Set up kinds of relationship and value',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => void (opened.kinds = 'relationships'),
  },
  {
    id: 'partners.rules',
    label: 'How depth is found',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => void (opened.rules = true),
  },
  {
    id: 'partners.fields',
    label: 'Set up fields and tags',
    group: 'Partners',
    enabled: () => workspace.state !== null,
    run: () => {
      toTable();
      table.managing = true;
    },
  },
  {
    id: 'partners.clear_selection',
    label: 'Clear the selection',
    group: 'Partners',
    screen: 'partners',
    enabled: () => navigation.screen === 'partners' && table.checked.size > 0,
    run: () => void (table.checked = new Set()),
  },
];
