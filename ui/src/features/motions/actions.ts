/** What can be done with motions, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { workspace } from '../../shared/workspace.svelte';
import { exportCalendar } from './commands';
import { motionsState } from './state.svelte';

export const actions: readonly Action[] = [
  {
    id: 'motions.add',
    label: 'New motion',
    group: 'Add',
    screen: 'motions',
    shortcut: 'N',
    enabled: () => true,
    run: () => {
      navigation.go('motions');
      motionsState.adding = true;
    },
  },
  {
    id: 'motions.calendar',
    label: 'Export calendar of all motions',
    group: 'Export',
    enabled: () => workspace.state !== null,
    run: () => void exportCalendar(null),
  },
];
