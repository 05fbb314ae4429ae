/** What can be done to the look of the map, for keys, the palette and menus. */

import type { Action } from '../../../actions';
import type { MapStyle } from '../../../api/generated';
import { navigation } from '../../../shared/navigation.svelte';
import { presenting } from '../../../shared/presenting.svelte';
import { workspace } from '../../../shared/workspace.svelte';
import { editing } from '../edit/editing.svelte';
import { map } from '../state.svelte';
import * as commands from './commands';
import { copyPicture } from './copied';
import { look, type Hops } from './look.svelte';
import { leave, present, toggleFrozen } from './present';
import { differs } from './settings';
import { choiceButton, viewing, type Choice } from './viewing.svelte';

const onMap = { group: 'Map', screen: 'map' } as const;
const here = (): boolean => navigation.screen === 'map';
const off = (): boolean => here() && !presenting.on;

/** The partners that looking is about: the selected ones, or the one in the inspector of another screen. */
function about(): string[] {
  const ids = editing.partners.map(({ id }) => id);
  const { partner } = navigation;
  return ids.length > 0 || partner === null || partner === workspace.state?.us ? ids : [partner];
}

export const STYLES: readonly { value: MapStyle; label: string }[] = [
  { value: 'organic', label: 'Organic' },
  { value: 'rings', label: 'Rings' },
  { value: 'value_chain', label: 'Value chain' },
  { value: 'by_kind', label: 'By kind' },
];

const styleActions: readonly Action[] = STYLES.map(({ value, label }, index) => ({
  id: `map.style_${value}`,
  label: `Lay out: ${label.toLowerCase()}`,
  ...onMap,
  shortcut: String(index + 1),
  enabled: here,
  run: () => {
    look.setStyle(value);
    map.lookAt(null);
  },
}));

const STEPS: Record<Hops, string> = { 1: '1 step', 2: '2 steps', 3: '3 steps' };

const hopActions: readonly Action[] = ([1, 2, 3] as const).map((hops) => ({
  id: `map.focus_${hops}`,
  label: `Focus on it and ${STEPS[hops]} around`,
  ...onMap,
  enabled: () => here() && (about().length > 0 || (look.settings.focus?.hops ?? 0) > 0),
  run: () => {
    const now = look.settings.focus;
    const chosen = about();
    commands.focusOn(now && now.hops > 0 ? now.organizations : chosen, hops);
  },
}));

function toggleFocus(): void {
  const ids = about();
  if (ids.length === 0) commands.showAll();
  else if (JSON.stringify(look.settings.focus?.organizations) === JSON.stringify(ids)) commands.showAll();
  else {
    navigation.go('map');
    commands.focusOn(ids, 1);
  }
}

/** To a choice of the toolbar, or of what does not fit there; it opens with Enter. */
function goTo(choice: Choice): void {
  if (viewing.narrow) viewing.openMore(choice);
  else choiceButton(choice)?.focus();
}

export const viewActions: readonly Action[] = [
  ...styleActions,
  { id: 'map.tidy_up', label: 'Tidy up', ...onMap, shortcut: 'T', enabled: here, run: () => commands.tidyUp() },
  {
    id: 'map.groups',
    label: 'Show or hide groups',
    ...onMap,
    shortcut: 'G',
    enabled: here,
    run: () => look.set({ ungrouped: !look.settings.ungrouped }),
  },
  {
    id: 'map.more',
    label: 'Group by, keep groups apart',
    ...onMap,
    enabled: off,
    run: () => void (viewing.panel = 'more'),
  },
  { id: 'map.size_by', label: 'Choose what sizes say', ...onMap, enabled: off, run: () => goTo('size') },
  { id: 'map.color_by', label: 'Choose what colors say', ...onMap, enabled: off, run: () => goTo('color') },
  {
    id: 'map.filter',
    label: 'Filter',
    ...onMap,
    shortcut: 'Shift+F',
    enabled: off,
    run: () => viewing.openFilter(null),
  },
  {
    id: 'map.mine',
    label: 'Show mine only, or everybody',
    ...onMap,
    enabled: () => here() && viewing.mine !== null,
    run: commands.toggleMine,
  },
  {
    id: 'map.clear_filters',
    label: 'Clear all filters',
    ...onMap,
    enabled: () => here() && look.conditions.length > 0,
    run: commands.clearFilters,
  },
  {
    id: 'map.focus',
    label: 'Focus on the selected partners, or show all',
    group: 'Map',
    screen: 'map',
    shortcut: 'F',
    enabled: () => about().length > 0 || look.settings.focus !== null,
    run: toggleFocus,
  },
  ...hopActions,
  {
    id: 'map.show_all',
    label: 'Show all partners again',
    ...onMap,
    enabled: () => here() && look.settings.focus !== null,
    run: commands.showAll,
  },
  {
    id: 'map.see_from',
    label: 'See the map from the selected partner',
    ...onMap,
    enabled: () => about().length === 1,
    run: () => {
      const [center] = about();
      navigation.go('map');
      if (center !== undefined) commands.seeFrom(center);
    },
  },
  {
    id: 'map.see_ours',
    label: 'See the map from us again',
    ...onMap,
    enabled: () => here() && look.settings.center !== null,
    run: () => commands.seeFrom(null),
  },
  {
    id: 'map.path',
    label: 'Show the path of introductions between two',
    ...onMap,
    enabled: () => here() && pathEnds() !== null,
    run: async () => {
      const ends = pathEnds();
      if (ends) await commands.showPath(...ends);
    },
  },
  {
    id: 'map.compare',
    label: 'Compare with a scenario or a locked plan',
    ...onMap,
    enabled: off,
    run: () => void (viewing.panel = 'compare'),
  },
  {
    id: 'map.compare_expected',
    label: 'Compare with Expected',
    ...onMap,
    enabled: () => here() && typeof workspace.state?.scenario === 'string',
    run: () => commands.compareWith({ with: 'expected' }),
  },
  {
    id: 'map.compare_stop',
    label: 'Stop comparing',
    ...onMap,
    enabled: () => here() && look.settings.compare !== null,
    run: () => commands.compareWith(null),
  },
  {
    id: 'map.views',
    label: 'Saved views',
    ...onMap,
    shortcut: 'V',
    enabled: off,
    run: () => void (viewing.panel = 'views'),
  },
  { id: 'map.view_save', label: 'Save view as…', ...onMap, enabled: off, run: () => void (viewing.question = 'save') },
  {
    id: 'map.view_update',
    label: 'Update the view',
    ...onMap,
    enabled: () => off() && viewing.chosen !== undefined,
    run: async () => {
      if (viewing.chosen) await commands.updateView(viewing.chosen);
    },
  },
  {
    id: 'map.view_rename',
    label: 'Rename the view…',
    ...onMap,
    enabled: () => off() && viewing.chosen !== undefined,
    run: () => void (viewing.question = 'rename'),
  },
  {
    id: 'map.view_delete',
    label: 'Delete the view',
    ...onMap,
    enabled: () => off() && viewing.chosen?.is_default === false,
    run: async () => {
      if (viewing.chosen) await commands.deleteView(viewing.chosen);
    },
  },
  {
    id: 'map.view_reset',
    label: 'Back to the view as it was saved',
    ...onMap,
    enabled: () => here() && viewing.chosen !== undefined && differs(viewing.chosen, look.request),
    run: () => {
      if (viewing.chosen) commands.chooseView(viewing.chosen);
    },
  },
  {
    id: 'map.copy_picture',
    label: 'Copy the map as a picture',
    ...onMap,
    group: 'Export',
    shortcut: 'Mod+Shift+C',
    enabled: here,
    run: copyPicture,
  },
  {
    id: 'map.export',
    label: 'Export map…',
    group: 'Export',
    screen: 'map',
    shortcut: 'Mod+Shift+E',
    enabled: off,
    run: () => void (viewing.question = 'export'),
  },
  {
    id: 'map.present',
    label: 'Present the map',
    group: 'View',
    shortcut: 'F11',
    enabled: () => true,
    run: () => (presenting.on ? leave() : present()),
  },
  {
    id: 'map.freeze',
    label: 'Freeze or release the picture',
    ...onMap,
    enabled: () => presenting.on,
    run: toggleFrozen,
  },
];

/** Two selected partners, or one and us. */
function pathEnds(): [string, string] | null {
  const [a, b, more] = [...map.selected];
  return a !== undefined && b !== undefined && more === undefined ? [a, b] : null;
}
