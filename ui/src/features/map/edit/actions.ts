/** What can be done to partners on the map, for keys, the palette, the menu and the bar of a selection. */

import type { Action } from '../../../actions';
import type { Character } from '../../../api/generated';
import { navigation } from '../../../shared/navigation.svelte';
import { CHARACTER_WORDS } from '../../../shared/words';
import { neighbors } from '../scene';
import { map } from '../state.svelte';
import type { Alignment, Direction } from './align';
import { pickUp } from './carry';
import { copySelection, pasteSelection } from './clipboard';
import { align, distribute, duplicate, pin, remove, unpin } from './commands';
import { editing } from './editing.svelte';

const onMap = { group: 'Map', screen: 'map' } as const;
/** Belong to a text field while one has the focus. */
const onText = { group: 'Edit', screen: 'map' } as const;
const here = (): boolean => navigation.screen === 'map';
const some =
  (least = 1) =>
  (): boolean =>
    here() && editing.partners.length >= least;
const one = (): boolean => here() && editing.partners.length === 1;
const wish = (): boolean => one() && editing.partners[0]?.placeholder === true;

const ALIGNMENTS: Record<Alignment, string> = {
  left: 'Align left',
  center: 'Align centers',
  right: 'Align right',
  top: 'Align top',
  middle: 'Align middles',
  bottom: 'Align bottom',
};
const DIRECTIONS: Record<Direction, string> = { across: 'Distribute across', down: 'Distribute down' };
const CHARACTERS: readonly Character[] = ['strategic', 'ecotone', 'transactional'];

function selectRelated(): void {
  const { drawn } = map;
  if (!drawn) return;
  const found = editing.partners.flatMap(({ id }) => [...neighbors(drawn, id)]);
  const partners = found.filter((id) => drawn.nodes.get(id)?.us === false);
  map.selectMany(partners, navigation.partner ?? undefined, true);
}

function openMenu(): void {
  const node = map.primary ?? map.fold;
  const { camera, view } = map;
  editing.menu = node
    ? { x: node.x * camera.scale + camera.x, y: node.y * camera.scale + camera.y }
    : { x: view.w / 2, y: view.h / 2 };
}

export const alignActions: readonly Action[] = Object.entries(ALIGNMENTS).map(([how, label]) => ({
  id: `map.align_${how}`,
  label,
  ...onMap,
  enabled: some(2),
  run: () => align(editing.partners, how as Alignment),
}));

export const distributeActions: readonly Action[] = Object.entries(DIRECTIONS).map(([direction, label]) => ({
  id: `map.distribute_${direction}`,
  label,
  ...onMap,
  enabled: some(3),
  run: () => distribute(editing.partners, direction as Direction),
}));

export const judgeActions: readonly Action[] = CHARACTERS.map((character) => ({
  id: `map.judge_${character}`,
  label: `Judge ${CHARACTER_WORDS[character].toLowerCase()}`,
  ...onMap,
  enabled: some(),
  run: () => void (editing.judging = { nodes: editing.partners, character }),
}));

export const editActions: readonly Action[] = [
  {
    id: 'map.page',
    label: 'Open the partner’s page',
    ...onMap,
    shortcut: 'Shift+Enter',
    byEvent: true,
    hidden: true,
    enabled: () => here() && map.primary?.us === false,
    run: () => {
      if (map.primary) navigation.openPage(map.primary.id);
    },
  },
  {
    id: 'map.select_all',
    label: 'Select all partners',
    ...onText,
    shortcut: 'Mod+A',
    enabled: here,
    run: () => map.selectAll(),
  },
  { id: 'map.select_related', label: 'Select who is related', ...onMap, enabled: some(), run: selectRelated },
  {
    id: 'map.box',
    label: 'Select by a box',
    ...onMap,
    shortcut: 'B',
    enabled: here,
    run: () => editing.toggleTool('box'),
  },
  {
    id: 'map.lasso',
    label: 'Select by a lasso',
    ...onMap,
    shortcut: 'L',
    enabled: here,
    run: () => editing.toggleTool('lasso'),
  },
  {
    id: 'map.hand',
    label: 'Pan by dragging',
    ...onMap,
    shortcut: 'H',
    enabled: here,
    run: () => void (editing.tool = 'hand'),
  },
  {
    id: 'map.move',
    label: 'Move by arrow keys',
    ...onMap,
    shortcut: 'M',
    enabled: some(),
    run: () => pickUp(editing.partners),
  },
  {
    id: 'map.pin',
    label: 'Pin where it is',
    ...onMap,
    shortcut: 'P',
    enabled: some(),
    run: () => pin(editing.partners),
  },
  { id: 'map.unpin', label: 'Unpin', ...onMap, shortcut: 'U', enabled: some(), run: () => unpin(editing.partners) },
  ...alignActions,
  ...distributeActions,
  ...judgeActions,
  {
    id: 'map.rename',
    label: 'Rename',
    ...onMap,
    shortcut: 'F2',
    enabled: () => here() && map.primary !== undefined,
    run: () => void (editing.renaming = map.primary ? { id: map.primary.id, company: false } : null),
  },
  {
    id: 'map.name_company',
    label: 'Name the company behind this wish',
    ...onMap,
    enabled: wish,
    run: () => void (editing.renaming = map.primary ? { id: map.primary.id, company: true } : null),
  },
  {
    id: 'map.duplicate',
    label: 'Duplicate',
    ...onText,
    shortcut: 'Mod+D',
    enabled: some(),
    run: () => duplicate(editing.partners.map(({ id }) => id)),
  },
  { id: 'map.copy', label: 'Copy', ...onText, shortcut: 'Mod+C', byEvent: true, enabled: some(), run: copySelection },
  {
    id: 'map.paste',
    label: 'Paste partners',
    ...onText,
    shortcut: 'Mod+V',
    byEvent: true,
    enabled: here,
    run: pasteSelection,
  },
  {
    id: 'map.delete',
    label: 'Delete',
    ...onMap,
    shortcut: 'Delete',
    enabled: some(),
    run: () => remove(editing.partners),
  },
  { id: 'map.menu', label: 'Menu of the selection', ...onMap, shortcut: 'Shift+F10', enabled: here, run: openMenu },
  {
    id: 'map.menu_key',
    label: 'Menu of the selection',
    ...onMap,
    shortcut: 'ContextMenu',
    hidden: true,
    enabled: here,
    run: openMenu,
  },
];
