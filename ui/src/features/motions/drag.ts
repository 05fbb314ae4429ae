/** What dragging a bar of the timeline means in days. */

import type { Item, MotionDates } from '../../api/generated';
import { dayAt, xOf, type Calendar } from './calendar';
import { dayNumber, shifted } from './days';

/** Which part of the bar is held. */
export type Grip = 'start' | 'end' | 'whole';

const HANDLE = 8;

export interface TimelineBar {
  motion: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The motions' bars in the picture. */
export function bars(items: readonly Item[]): Map<string, TimelineBar> {
  const found = new Map<string, TimelineBar>();
  for (const item of items) {
    if (item.type !== 'rect' || !item.id?.startsWith('motion:')) continue;
    const motion = item.id.slice('motion:'.length);
    found.set(motion, { motion, ...item.rect });
  }
  return found;
}

/** What the pointer holds when it goes down at `x` on a bar. Short bars can only be moved as a whole. */
export function gripAt(bar: Pick<TimelineBar, 'x' | 'w'>, x: number): Grip {
  if (bar.w < 4 * HANDLE) return 'whole';
  if (x < bar.x + HANDLE) return 'start';
  if (x > bar.x + bar.w - HANDLE) return 'end';
  return 'whole';
}

/** The dates after a pull of `dx` pixels. */
export function pulled(calendar: Calendar, dates: MotionDates, grip: Grip, dx: number): MotionDates {
  const held = grip === 'end' ? shifted(dates.end, 1) : dates.start;
  return dragged(dates, grip, dayNumber(dayAt(calendar, xOf(calendar, held) + dx)) - dayNumber(held));
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

/** Left and right edge of a bar with these dates. */
export function edges(calendar: Calendar, dates: MotionDates): { left: number; right: number } {
  const inside = (x: number): number => Math.min(calendar.width, Math.max(0, x));
  return { left: inside(xOf(calendar, dates.start)), right: inside(xOf(calendar, shifted(dates.end, 1))) };
}
