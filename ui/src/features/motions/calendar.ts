/** Where a day lies on the timeline, and how near one looks at it. Pure. */

import { dayNumber, isoOf } from './days';

/** What the left edge shows, as a day with its part, and how wide a day is in pixels. */
export interface Camera {
  left: number;
  perDay: number;
}

/** Days are told apart from here on, weeks below. */
const DAYS_APART = 6;
/** Ten years on a small screen; a day as wide as a hand. */
const NARROWEST = 0.1;
const WIDEST = 60;
const STEP = 1.5;
/** The plan keeps this from the right edge, so that a bar that ends there still shows its end. */
const MARGIN = 10;
const FIRST = dayNumber('1950-01-01');
const LAST = dayNumber('2150-01-01');

/** Where a day begins. */
export function xOf(camera: Camera, iso: string): number {
  return (dayNumber(iso) - camera.left) * camera.perDay;
}

/** The day at a place. */
export function dayAt(camera: Camera, x: number): string {
  return isoOf(Math.floor(camera.left + x / camera.perDay));
}

/** All days from the first to the last in that much room. */
export function fitted([first, last]: readonly [string, string], width: number): Camera {
  const days = Math.max(1, dayNumber(last) - dayNumber(first) + 1);
  return within({ left: dayNumber(first), perDay: Math.max(1, width - MARGIN) / days });
}

/** Nearer or farther, while the day at `x` stays where it is. */
export function zoomed(camera: Camera, factor: number, x: number): Camera {
  const perDay = Math.min(WIDEST, Math.max(NARROWEST, camera.perDay * factor));
  return within({ left: camera.left + x / camera.perDay - x / perDay, perDay });
}

export function steppedIn(camera: Camera, x: number): Camera {
  return zoomed(camera, STEP, x);
}

export function steppedOut(camera: Camera, x: number): Camera {
  return zoomed(camera, 1 / STEP, x);
}

/** Moved so that what lay `dx` pixels to the right lies where the hand is. */
export function panned(camera: Camera, dx: number): Camera {
  return within({ ...camera, left: camera.left + dx / camera.perDay });
}

/** Moved no farther than needed for the days to be in sight; their beginning, where they are longer than the view. */
export function showing(camera: Camera, days: { start: string; end: string }, width: number): Camera {
  const [left, right] = [xOf(camera, days.start), xOf(camera, days.end) + camera.perDay];
  if (right > 24 && left < width - 24) return camera;
  return panned(camera, left - width / 4);
}

function within({ left, perDay }: Camera): Camera {
  return { left: Math.min(LAST, Math.max(FIRST, left)), perDay: Math.min(WIDEST, Math.max(NARROWEST, perDay)) };
}

/** How many days the hand and the keys go at once: days from near, weeks from afar. */
export function snapOf({ perDay }: Camera): 1 | 7 {
  return perDay >= DAYS_APART ? 1 : 7;
}

/** The days that the picture is asked for: the view, and as much at either side, the same for a while of panning. */
export function asked(camera: Camera, width: number): { from: string; to: string; per_day: number } {
  const span = Math.max(1, width / camera.perDay);
  const turn = Math.round(camera.left / span);
  return {
    from: isoOf(Math.floor((turn - 1) * span)),
    to: isoOf(Math.ceil((turn + 2) * span)),
    per_day: camera.perDay,
  };
}
