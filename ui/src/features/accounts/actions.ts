/** What can be done with accounts and deals, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { workspace } from '../../shared/workspace.svelte';
import { assistant } from '../import';
import { accounts, deals } from './state.svelte';

const isOpen = (): boolean => workspace.state !== null;

export const accountActions: readonly Action[] = [
  {
    id: 'accounts.add',
    label: 'Add account',
    group: 'Add',
    screen: 'accounts',
    shortcut: 'N',
    enabled: isOpen,
    run: () => {
      accounts.belongTo(workspace.open.us);
      navigation.go('accounts');
      accounts.adding = true;
    },
  },
  {
    id: 'accounts.import',
    label: 'Import accounts',
    group: 'Workspace',
    enabled: () => isOpen() && !assistant.open,
    run: () => assistant.start('accounts'),
  },
];

export const dealActions: readonly Action[] = [
  {
    id: 'deals.add',
    label: 'Add deal',
    group: 'Add',
    screen: 'deals',
    shortcut: 'N',
    enabled: isOpen,
    run: () => {
      deals.belongTo(workspace.open.us);
      navigation.go('deals');
      deals.adding = true;
    },
  },
  {
    id: 'deals.import',
    label: 'Import deals',
    group: 'Workspace',
    enabled: () => isOpen() && !assistant.open,
    run: () => assistant.start('deals'),
  },
];
