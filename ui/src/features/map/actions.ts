/** What can be done on the map, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { editActions } from './edit/actions';
import { map } from './state.svelte';
import { viewActions } from './views/actions';

const onMap = { group: 'Map', screen: 'map' } as const;
const here = (): boolean => navigation.screen === 'map';

function relateSelected(): void {
  const { primary } = map;
  if (primary) map.relating = { id: primary.id, name: primary.name };
}

export const actions: readonly Action[] = [
  {
    id: 'map.add_partner',
    label: 'Add partner',
    group: 'Add',
    screen: 'map',
    shortcut: 'N',
    enabled: () => true,
    run: () => {
      navigation.go('map');
      map.adding = true;
    },
  },
  {
    id: 'map.relate',
    label: 'Relate the selected partner',
    ...onMap,
    shortcut: 'R',
    enabled: () => here() && map.primary !== undefined,
    run: relateSelected,
  },
  ...editActions,
  { id: 'map.zoom_in', label: 'Zoom in', ...onMap, shortcut: '+', enabled: here, run: () => map.zoomStep(1) },
  {
    id: 'map.zoom_in_key',
    label: 'Zoom in',
    ...onMap,
    shortcut: '=',
    hidden: true,
    enabled: here,
    run: () => map.zoomStep(1),
  },
  { id: 'map.zoom_out', label: 'Zoom out', ...onMap, shortcut: '-', enabled: here, run: () => map.zoomStep(-1) },
  { id: 'map.fit', label: 'Show the whole map', ...onMap, shortcut: '0', enabled: here, run: () => map.showWhole() },
  {
    id: 'map.come_near',
    label: 'Zoom to the selected partner',
    ...onMap,
    shortcut: 'Z',
    enabled: () => here() && map.primary !== undefined,
    run: () => map.focusSelection(),
  },
  ...viewActions,
  {
    id: 'map.fold',
    label: 'Fold or unfold groups',
    ...onMap,
    enabled: () => here() && map.canFold,
    run: () => map.toggleFolding(),
  },
  {
    id: 'map.outline',
    label: 'Show or hide the outline',
    ...onMap,
    enabled: here,
    run: () => void (map.outline = !map.outline),
  },
];
