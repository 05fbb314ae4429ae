/** Showing the map to a room, and coming back from it. */

import { navigation } from '../../../shared/navigation.svelte';
import { presenting } from '../../../shared/presenting.svelte';
import { map } from '../state.svelte';
import { look } from './look.svelte';
import { viewing } from './viewing.svelte';

/** The smallest text of the map on a wall, in pixels of a screen so high, and on a desk. */
const ON_WALL = 28;
const WALL = 1080;
const ON_DESK = 11;

/** How much larger everything is drawn, so that names can be read from the last row. */
export function magnifiedFor(height: number): number {
  return Math.max(1, (ON_WALL / ON_DESK) * (height / WALL));
}

/** What a client may see, without a frame, on the whole screen. */
export function present(): void {
  navigation.go('map');
  viewing.panel = null;
  presenting.on = true;
  look.change({ audience: 'client' });
  map.lookAt(null);
  // Where the system allows no whole screen, the window itself is the wall.
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leave(): void {
  presenting.on = false;
  viewing.frozen = null;
  map.adding = false;
  look.change({ audience: 'internal' });
  map.lookAt(null);
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}

export function toggleFrozen(): void {
  viewing.frozen = viewing.frozen ? null : (viewing.latest ?? null);
}
