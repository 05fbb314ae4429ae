import type { Shape } from '../../api/generated';

/** What a path is drawn into: a canvas, or the writer of an SVG path. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  closePath(): void;
}

type Point = readonly [number, number];

/** The outline of a shape around (x, y). All shapes have the area of a circle of radius `r` (tokens: `--kind-*-k`). */
export function shapePath(sink: PathSink, shape: Shape, x: number, y: number, r: number): void {
  if (shape === 'circle') {
    sink.moveTo(x + r, y);
    sink.arc(x, y, r, 0, Math.PI * 2);
    sink.closePath();
    return;
  }
  const { corners, rounding } = OUTLINES[shape];
  roundedPolygon(
    sink,
    corners.map(([cx, cy]) => [x + cx * r, y + cy * r] as const),
    rounding * r,
  );
}

/** How far a shape reaches from its center, as a share of `r`. */
export function shapeReach(shape: Shape): number {
  return shape === 'circle'
    ? 1
    : Math.max(...OUTLINES[shape].corners.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
}

function roundedPolygon(sink: PathSink, corners: readonly Point[], radius: number): void {
  const last = corners.at(-1);
  const first = corners[0];
  if (!first || !last) return;
  sink.moveTo((last[0] + first[0]) / 2, (last[1] + first[1]) / 2);
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? first;
    sink.arcTo(corner[0], corner[1], (corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2, radius);
  });
  sink.closePath();
}

/** Corners of a regular polygon, the first one on top. */
function regular(count: number, distance: number, lower = 0): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / count;
    return [distance * Math.cos(angle), distance * Math.sin(angle) + lower] as const;
  });
}

const SQUARE = 0.9;
const OUTLINES: Record<Exclude<Shape, 'circle'>, { corners: readonly Point[]; rounding: number }> = {
  rounded_square: {
    corners: [
      [-SQUARE, -SQUARE],
      [SQUARE, -SQUARE],
      [SQUARE, SQUARE],
      [-SQUARE, SQUARE],
    ],
    rounding: 0.36,
  },
  diamond: { corners: regular(4, 1.27), rounding: 0.3 },
  triangle: { corners: regular(3, 1.56, 0.14), rounding: 0.16 },
  hexagon: { corners: regular(6, 1.1), rounding: 0.12 },
  pentagon: { corners: regular(5, 1.15), rounding: 0.12 },
};
