/** Where the map is looked at from: screen = units × scale + offset. Pure; knows nothing of canvas or pointers. */

import type { Rect } from '../../api/generated';

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  w: number;
  h: number;
}

export interface Camera {
  /** Pixels for each unit of the list. */
  scale: number;
  /** Where the list's origin lies on the screen. */
  x: number;
  y: number;
}

/** How far one can zoom, as multiples of the scale that shows everything. */
const FARTHEST = 0.5;
const NEAREST = 4;
const READING_SCALE = 3;
/** Two partners in almost the same place are no reason to come nearer. */
const NEAREST_OF_ALL = 16;
/** Below this scale a node is a dot. */
const READABLE = 0.55;

/** Pixels that are left free at each edge. */
export interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The whole of `bounds` in the middle of the view, never larger than life; it steps aside where an edge needs more. */
export function fit(bounds: Rect, view: Size, edges: number | Edges = 12): Camera {
  const free = typeof edges === 'number' ? { left: edges, right: edges, top: edges, bottom: edges } : edges;
  const room = { w: Math.max(1, view.w - free.left - free.right), h: Math.max(1, view.h - free.top - free.bottom) };
  const scale = Math.min(room.w / Math.max(1, bounds.w), room.h / Math.max(1, bounds.h), 1.25);
  const camera = centered({ x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 }, scale, view);
  const [w, h] = [(bounds.w * scale) / 2, (bounds.h * scale) / 2];
  const aside = (half: number, length: number, before: number, after: number): number =>
    Math.max(0, before - (length / 2 - half)) - Math.max(0, length / 2 + half - (length - after));
  return panBy(camera, aside(w, view.w, free.left, free.right), aside(h, view.h, free.top, free.bottom));
}

/** `point` in the middle of the view. */
export function centered(point: Point, scale: number, view: Size): Camera {
  return { scale, x: view.w / 2 - point.x * scale, y: view.h / 2 - point.y * scale };
}

/** Zooms by `factor` within the limits; what lies under `at` (on the screen) stays there. */
export function zoomAt(camera: Camera, at: Point, factor: number, [least, most]: readonly [number, number]): Camera {
  const scale = Math.min(most, Math.max(least, camera.scale * factor));
  const grown = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * grown, y: at.y - (at.y - camera.y) * grown };
}

/** Two fingers went from `from` to `to`: what lay under them still does, as far as the limits allow. */
export function pinched(
  camera: Camera,
  from: readonly Point[],
  to: readonly Point[],
  bounds: readonly [number, number],
): Camera {
  const [a, b, c, d] = [from[0], from[1], to[0], to[1]];
  if (!a || !b || !c || !d) return camera;
  const factor = Math.hypot(d.x - c.x, d.y - c.y) / Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
  const start = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return panBy(zoomAt(camera, start, factor, bounds), (c.x + d.x) / 2 - start.x, (c.y + d.y) / 2 - start.y);
}

/** The least and the largest scale for a map whose whole shows at `fitScale`, and all of its names at `closest`. */
export function limits(fitScale: number, closest = 0): [number, number] {
  return [fitScale * FARTHEST, Math.max(fitScale * NEAREST, READING_SCALE, Math.min(closest * 1.05, NEAREST_OF_ALL))];
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { scale: camera.scale, x: camera.x + dx, y: camera.y + dy };
}

/** Keeps some of the map in the view, so that it can never be lost. */
export function kept(camera: Camera, bounds: Rect, view: Size): Camera {
  const rest = Math.min(120, view.w / 3, view.h / 3);
  const left = bounds.x * camera.scale;
  const top = bounds.y * camera.scale;
  const right = left + bounds.w * camera.scale;
  const bottom = top + bounds.h * camera.scale;
  return {
    scale: camera.scale,
    x: Math.min(view.w - rest - left, Math.max(rest - right, camera.x)),
    y: Math.min(view.h - rest - top, Math.max(rest - bottom, camera.y)),
  };
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: point.x * camera.scale + camera.x, y: point.y * camera.scale + camera.y };
}

export function toUnits(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) / camera.scale, y: (point.y - camera.y) / camera.scale };
}

/** What the view shows, in units, with `margin` pixels more on every side. */
export function visible(camera: Camera, view: Size, margin = 0): Rect {
  const { x, y } = toUnits(camera, { x: -margin, y: -margin });
  return { x, y, w: (view.w + 2 * margin) / camera.scale, h: (view.h + 2 * margin) / camera.scale };
}

/** Between two cameras: `t` from 0 to 1. The scale moves evenly to the eye, the middle of the view along a line. */
export function between(from: Camera, to: Camera, t: number, view: Size): Camera {
  if (t >= 1) return to;
  const middle = { x: view.w / 2, y: view.h / 2 };
  const a = toUnits(from, middle);
  const b = toUnits(to, middle);
  const scale = from.scale * Math.pow(to.scale / from.scale, t);
  return centered({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }, scale, view);
}

/** A point brought into the view; one comes nearer only where the map is too small to read. */
export function flightTo(camera: Camera, point: Point, view: Size, inset: number, readable = READABLE): Camera {
  const scale = camera.scale < readable ? 1 : camera.scale;
  const at = toScreen(camera, point);
  const inside = at.x > inset && at.y > inset && at.x < view.w - inset && at.y < view.h - inset;
  if (inside && scale === camera.scale) return camera;
  return centered(point, scale, view);
}

/** Pixels of a node for each pixel of its list: life size above scale 1, shrinking with the scale below it. */
export function sizeFactor(scale: number): number {
  return Math.min(1, scale);
}
