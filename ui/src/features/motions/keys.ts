/** What a key means on the timeline. Pure. */

import { matches } from '../../shared/shortcut';
import type { Grip } from './drag';

/** As the keys sheet shows them. */
export const KEYS = {
  earlier: 'Alt+ArrowLeft',
  later: 'Alt+ArrowRight',
  endEarlier: 'Alt+Shift+ArrowLeft',
  endLater: 'Alt+Shift+ArrowRight',
  startEarlier: 'Mod+Shift+ArrowLeft',
  startLater: 'Mod+Shift+ArrowRight',
  depend: 'D',
  done: ' ',
  open: 'Enter',
  remove: 'Delete',
} as const;

export type Intent =
  { kind: 'shift'; grip: Exclude<Grip, 'link'>; direction: 1 | -1 } | { kind: 'depend' | 'done' | 'open' | 'remove' };

const SHIFTS: readonly [string, Exclude<Grip, 'link'>, 1 | -1][] = [
  [KEYS.earlier, 'whole', -1],
  [KEYS.later, 'whole', 1],
  [KEYS.endEarlier, 'end', -1],
  [KEYS.endLater, 'end', 1],
  [KEYS.startEarlier, 'start', -1],
  [KEYS.startLater, 'start', 1],
];

export function intentOf(event: KeyboardEvent): Intent | undefined {
  for (const [key, grip, direction] of SHIFTS) if (matches(event, key)) return { kind: 'shift', grip, direction };
  if (matches(event, KEYS.depend)) return { kind: 'depend' };
  if (matches(event, KEYS.done)) return { kind: 'done' };
  if (matches(event, KEYS.open)) return { kind: 'open' };
  if (matches(event, KEYS.remove)) return { kind: 'remove' };
  return undefined;
}

/** The keys that hold a shift: it is made once the last of them is let go. */
export function holds(event: KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey;
}
