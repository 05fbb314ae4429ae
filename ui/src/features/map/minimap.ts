/** The whole map in a corner: where the view lies in it. Pure. */

import type { Rect } from '../../api/generated';
import { visible, type Camera, type Point, type Size } from './camera';

/** At most so large, in pixels, with a margin inside. */
const WIDEST: Size = { w: 176, h: 124 };
const MARGIN = 6;

export interface Mini {
  size: Size;
  camera: Camera;
}

/** How the whole of `bounds` is drawn small. */
export function miniOf(bounds: Rect): Mini {
  const [w, h] = [Math.max(1, bounds.w), Math.max(1, bounds.h)];
  const scale = Math.min((WIDEST.w - 2 * MARGIN) / w, (WIDEST.h - 2 * MARGIN) / h);
  const size = { w: Math.round(w * scale + 2 * MARGIN), h: Math.round(h * scale + 2 * MARGIN) };
  return { size, camera: { scale, x: MARGIN - bounds.x * scale, y: MARGIN - bounds.y * scale } };
}

/** What the view shows, in the minimap's pixels, cut at its rim. */
export function viewIn({ size, camera: mini }: Mini, camera: Camera, view: Size): Rect {
  const area = visible(camera, view);
  const left = Math.max(0, area.x * mini.scale + mini.x);
  const top = Math.max(0, area.y * mini.scale + mini.y);
  const right = Math.min(size.w, (area.x + area.w) * mini.scale + mini.x);
  const bottom = Math.min(size.h, (area.y + area.h) * mini.scale + mini.y);
  return { x: left, y: top, w: Math.max(4, right - left), h: Math.max(4, bottom - top) };
}

/** Nothing of the map lies outside the view, but for what rounding costs. */
export function isAllInView(bounds: Rect, camera: Camera, view: Size): boolean {
  const { x, y, w, h } = visible(camera, view, 1);
  return x <= bounds.x && y <= bounds.y && x + w >= bounds.x + bounds.w && y + h >= bounds.y + bounds.h;
}

export function isInside({ x, y, w, h }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}
