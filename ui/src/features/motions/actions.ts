/** What can be done with motions, for keys, the palette and the menu. */

import type { Action } from '../../actions';
import { navigation } from '../../shared/navigation.svelte';
import { presenting } from '../../shared/presenting.svelte';
import { workspace } from '../../shared/workspace.svelte';
import { exportCalendar } from './commands';
import { opened } from './dialogs.svelte';
import { exportTimeline } from './plan';
import { chosenRow, markDone, movableOf, removeChosen, shiftChosen } from './doing';
import { KEYS } from './keys';
import { moving } from './moving.svelte';
import { motionsState } from './state.svelte';

/** Nothing lies over the map while a room looks at it. */
const onDesk = (): boolean => workspace.state !== null && !presenting.on;

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
  {
    id: 'motions.picture',
    label: 'Export timeline as SVG',
    group: 'Export',
    screen: 'motions',
    enabled: () => motionsState.motions.size > 0,
    run: () => void exportTimeline('svg'),
  },
  ...(['timeline', 'board', 'table'] as const).map((mode): Action => ({
    id: `motions.${mode}`,
    label: `Motions as ${mode}`,
    group: 'Motions',
    enabled: () => true,
    run: () => {
      navigation.go('motions');
      motionsState.mode = mode;
    },
  })),
  look('motions.nearer', 'Zoom in', '+', () => motionsState.zoomIn()),
  look('motions.farther', 'Zoom out', '-', () => motionsState.zoomOut()),
  look('motions.whole', 'Show the whole plan', '0', () => motionsState.fit()),
  look('motions.before', 'Go back in time', '[', () => motionsState.pan(-motionsState.width / 2)),
  look('motions.after', 'Go on in time', ']', () => motionsState.pan(motionsState.width / 2)),
  look('motions.slack', 'Show or hide critical path and slack', undefined, () => {
    motionsState.slack = !motionsState.slack;
  }),
  look('motions.loads', 'Show or hide the work of our functions', undefined, () => {
    motionsState.loads = !motionsState.loads;
  }),
  onRow('motions.earlier', 'Move earlier', KEYS.earlier, isDated, shift('whole', -1)),
  onRow('motions.later', 'Move later', KEYS.later, isDated, shift('whole', 1)),
  onRow('motions.start-earlier', 'Start earlier', KEYS.startEarlier, isDated, shift('start', -1)),
  onRow('motions.start-later', 'Start later', KEYS.startLater, isDated, shift('start', 1)),
  onRow('motions.end-earlier', 'End earlier', KEYS.endEarlier, isDated, shift('end', -1)),
  onRow('motions.end-later', 'End later', KEYS.endLater, isDated, shift('end', 1)),
  onRow('motions.depend', 'Wait for another…', KEYS.depend, isStep, () => {
    motionsState.depending = true;
  }),
  onRow('motions.done', 'Mark as done, or not', KEYS.done, isStep, markDone),
  onRow('motions.delete', 'Delete motion', KEYS.remove, isMotion, removeChosen),
  {
    id: 'motions.lock_plan',
    label: 'Lock the plan…',
    group: 'Motions',
    enabled: onDesk,
    run: () => void (opened.dialog = 'lock'),
  },
  {
    id: 'motions.locked_plans',
    label: 'Locked plans: what moved since',
    group: 'Motions',
    enabled: onDesk,
    run: () => void (opened.dialog = 'locked'),
  },
  {
    id: 'motions.funds',
    label: 'Funds of partners',
    group: 'Motions',
    enabled: onDesk,
    run: () => void (opened.dialog = 'funds'),
  },
  {
    id: 'motions.capacity',
    label: 'Capacity of functions',
    group: 'Motions',
    enabled: onDesk,
    run: () => void (opened.dialog = 'capacity'),
  },
];

function look(id: string, label: string, shortcut: string | undefined, run: () => void): Action {
  const enabled = (): boolean => navigation.screen === 'motions' && motionsState.mode === 'timeline';
  return { id, label, group: 'View', screen: 'motions', ...(shortcut === undefined ? {} : { shortcut }), enabled, run };
}

/** Its key belongs to the rows: it works while they have the focus. */
function onRow(id: string, label: string, shortcut: string, enabled: () => boolean, run: () => void): Action {
  const here = (): boolean => navigation.screen === 'motions' && motionsState.mode === 'timeline' && enabled();
  return { id, label, group: 'Motions', screen: 'motions', shortcut, byEvent: true, enabled: here, run };
}

function shift(grip: 'whole' | 'start' | 'end', direction: 1 | -1): () => void {
  return () => {
    if (shiftChosen(grip, direction)) void moving.put();
  };
}

function isDated(): boolean {
  return movableOf(chosenRow()) !== undefined;
}

function isStep(): boolean {
  return (chosenRow()?.level ?? 1) > 1;
}

function isMotion(): boolean {
  return chosenRow()?.level === 2;
}
