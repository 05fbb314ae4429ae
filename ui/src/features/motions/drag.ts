/** What dragging a bar of the timeline means in days. */

import type { Item, MotionDates, MotionsView } from '../../api/generated';
import { dayNumber, shifted } from './days';

/** Which part of the bar is held. */
export type Grip = 'start' | 'end' | 'whole';

const HANDLE = 8;

type Bar = Extract<Item, { type: 'rect' }>;

export interface TimelineBar {
  motion: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The motions' bars in the picture: the widest rectangle of each. */
export function bars(items: readonly Item[]): Map<string, TimelineBar> {
  const found = new Map<string, TimelineBar>();
  for (const item of items) {
    if (item.type !== 'rect') continue;
    const motion = motionOf(item);
    if (motion === undefined) continue;
    const { x, y, w, h } = item.rect;
    if ((found.get(motion)?.w ?? -1) < w) found.set(motion, { motion, x, y, w, h });
  }
  return found;
}

function motionOf(item: Bar): string | undefined {
  return item.id?.startsWith('motion:') ? item.id.slice('motion:'.length) : undefined;
}

/** Pixels for each day, from the widest bar that is not cut off at an edge; none where there is no such bar. */
export function dayWidth(view: Pick<MotionsView, 'lanes' | 'timeline'>): number | undefined {
  const drawn = bars(view.timeline.items);
  const { x: left, w: width } = view.timeline.bounds;
  let best: { w: number; days: number } | undefined;
  for (const motion of view.lanes.flatMap((lane) => lane.motions)) {
    const bar = drawn.get(motion.id);
    if (!bar || bar.x <= left + 0.5 || bar.x + bar.w >= left + width - 0.5) continue;
    const days = dayNumber(motion.end) - dayNumber(motion.start) + 1;
    if (days > 0 && bar.w > (best?.w ?? 0)) best = { w: bar.w, days };
  }
  return best && best.w / best.days;
}

/** What the pointer holds when it goes down at `x` on a bar. Short bars can only be moved as a whole. */
export function gripAt(bar: Pick<TimelineBar, 'x' | 'w'>, x: number): Grip {
  if (bar.w < 4 * HANDLE) return 'whole';
  if (x < bar.x + HANDLE) return 'start';
  if (x > bar.x + bar.w - HANDLE) return 'end';
  return 'whole';
}

/** The dates after a pull of `days`; a motion lasts a day at least. */
export function dragged(dates: MotionDates, grip: Grip, days: number): MotionDates {
  const length = dayNumber(dates.end) - dayNumber(dates.start);
  switch (grip) {
    case 'whole':
      return { start: shifted(dates.start, days), end: shifted(dates.end, days) };
    case 'start':
      return { start: shifted(dates.start, Math.min(days, length)), end: dates.end };
    case 'end':
      return { start: dates.start, end: shifted(dates.end, Math.max(days, -length)) };
  }
}
