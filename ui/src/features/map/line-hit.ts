/** Which line of the map lies under the pointer. Pure. */

import { toUnits, type Camera, type Point } from './camera';
import type { PathItem, Scene } from './scene';

/** How near the pointer must be, in pixels. */
const REACH = 6;
/** Pieces that a curve is measured by. */
const PIECES = 24;

/** The id of the nearest line within reach, as the scene names it. */
export function lineAt(scene: Scene, camera: Camera, pointer: Point): string | undefined {
  const at = toUnits(camera, pointer);
  const reach = REACH / camera.scale;
  const area = { x: at.x - reach, y: at.y - reach, w: 2 * reach, h: 2 * reach };
  let nearest: { id: string; away: number } | undefined;
  for (const index of scene.lineIndex.within(area)) {
    const line = scene.lines[index];
    const away = line ? distance(line.item, at) : Infinity;
    if (line && away <= (nearest?.away ?? reach)) nearest = { id: line.id, away };
  }
  return nearest?.id;
}

/** From a point to a path: two points with a bend are a quadratic curve, else a polyline. */
export function distance(path: Pick<PathItem, 'points' | 'bend'>, at: Point): number {
  const [first, last] = [path.points[0], path.points[path.points.length - 1]];
  const { bend } = path;
  let points = path.points;
  if (bend && first && last)
    points = Array.from({ length: PIECES + 1 }, (_, index) => {
      const t = index / PIECES;
      const mix = (axis: 0 | 1): number =>
        (1 - t) ** 2 * first[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * last[axis];
      return [mix(0), mix(1)];
    });
  let nearest = Infinity;
  points.forEach((end, index) => {
    const start = points[index - 1];
    if (start) nearest = Math.min(nearest, toPiece(start, end, at));
  });
  return nearest;
}

function toPiece([ax, ay]: [number, number], [bx, by]: [number, number], { x, y }: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(ax + share * dx - x, ay + share * dy - y);
}
