/** What dragging a bar of the timeline means in days. Pure. */

import type { Item, MotionDates } from '../../api/generated';
import { dayNumber, shifted } from './days';

/** Which part of the bar is held: an end, all of it, or the handle behind it that a dependency is drawn from. */
export type Grip = 'start' | 'end' | 'whole' | 'link';

const HANDLE = 8;
/** Where the handle of dependencies begins and ends behind a bar. */
export const LINK: readonly [number, number] = [3, 17];
/** The hand need not hit a thin bar exactly. */
const NEAR = 4;

/** A bar of the picture, in its pixels. */
export interface TimelineBar {
  what: 'motion' | 'task';
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The motions' and tasks' bars in the picture, from top to bottom. A motion in several lanes has several. */
export function bars(items: readonly Item[]): TimelineBar[] {
  const found: TimelineBar[] = [];
  for (const item of items) {
    if (item.type !== 'rect' || !item.id) continue;
    const [what = '', id = ''] = item.id.split(':');
    if (what === 'motion' || what === 'task') found.push({ what, id, ...item.rect });
  }
  return found.sort((a, b) => a.y - b.y);
}

/** The bar at a place, with its handle of dependencies if it has one. */
export function barAt(all: readonly TimelineBar[], x: number, y: number, link: number): TimelineBar | undefined {
  const row = all.filter((bar) => y >= bar.y - NEAR && y <= bar.y + bar.h + NEAR);
  return (
    row.find((bar) => x >= bar.x - NEAR && x <= bar.x + bar.w + NEAR) ??
    row.find((bar) => x > bar.x + bar.w && x <= bar.x + bar.w + link)
  );
}

/** What the pointer holds when it goes down at `x` on a bar. Short bars can only be moved as a whole. */
export function gripAt(bar: Pick<TimelineBar, 'x' | 'w'>, x: number): Grip {
  if (x > bar.x + bar.w + LINK[0]) return 'link';
  if (bar.w < 4 * HANDLE) return 'whole';
  if (x < bar.x + HANDLE) return 'start';
  if (x > bar.x + bar.w - HANDLE) return 'end';
  return 'whole';
}

/** Whole snaps in a pull of `dx` pixels. */
export function snapped(dx: number, perDay: number, snap: number): number {
  return Math.round(dx / perDay / snap) * snap + 0;
}

/** The dates after a pull of `days`; nothing lasts less than a day. */
export function dragged(dates: MotionDates, grip: Grip, days: number): MotionDates {
  const length = dayNumber(dates.end) - dayNumber(dates.start);
  switch (grip) {
    case 'whole':
      return { start: shifted(dates.start, days), end: shifted(dates.end, days) };
    case 'start':
      return { start: shifted(dates.start, Math.min(days, length)), end: dates.end };
    case 'end':
      return { start: dates.start, end: shifted(dates.end, Math.max(days, -length)) };
    case 'link':
      return dates;
  }
}
