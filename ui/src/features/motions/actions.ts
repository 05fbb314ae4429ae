/** What can be done with motions, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
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
];
