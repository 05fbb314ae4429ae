/** Partners moved by the keyboard: picked up, moved by arrow keys, dropped by Enter or put back by Escape. */

import { say } from '../../../shared/toasts';
import { isArrow, WAYS } from '../nearest';
import type { MapNode } from '../scene';
import { map } from '../state.svelte';
import { idsOf, NOBODY } from '../toggled';
import { viewing } from '../views/viewing.svelte';
import { place } from './commands';
import { editing } from './editing.svelte';

/** How far one key moves, in pixels; with Shift, farther. */
const STEP = 12;
const STRIDE = 60;

export function pickUp(nodes: readonly MapNode[]): void {
  if (nodes.length === 0) return;
  if (viewing.frozen) {
    say('The picture is frozen: release it to move partners.');
    return;
  }
  editing.carried = { nodes, by: { x: 0, y: 0 } };
  map.lifted = idsOf(nodes);
}

/** Answers whether the key belonged to what is carried. */
export function carryKey(event: KeyboardEvent): boolean {
  const { carried } = editing;
  if (!carried) return false;
  if (isArrow(event.key)) {
    const way = WAYS[event.key];
    const step = (event.shiftKey ? STRIDE : STEP) / map.camera.scale;
    editing.carried = { ...carried, by: { x: carried.by.x + way.x * step, y: carried.by.y + way.y * step } };
  } else if (event.key === 'Enter') {
    const moves = editing.carriedTo;
    const moved = carried.by.x !== 0 || carried.by.y !== 0;
    letGo();
    if (moves && moved) void place(moves, 'move');
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    letGo();
    if (event.key === 'Tab') return false;
  } else if (event.key === 'Shift') {
    return true;
  } else {
    // Any other key must not act on what is up in the air.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.preventDefault();
    return true;
  }
  event.preventDefault();
  return true;
}

export function letGo(): void {
  editing.carried = null;
  map.lifted = NOBODY;
}
