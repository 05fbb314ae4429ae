/** What can be done with the table, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { table } from './table.svelte';

export const actions: readonly Action[] = [
  {
    id: 'partners.add',
    label: 'Add partner to the table',
    group: 'Partners',
    screen: 'partners',
    shortcut: 'N',
    hidden: true,
    enabled: () => true,
    run: () => void (table.adding = true),
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
