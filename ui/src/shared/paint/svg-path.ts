import type { PathSink } from './shapes';

/** Writes what is drawn as the `d` of an SVG path. */
export function svgPath(draw: (sink: PathSink) => void): string {
  const parts: string[] = [];
  let at: [number, number] = [0, 0];
  const to = (command: string, x: number, y: number): void => {
    parts.push(`${command}${round(x)} ${round(y)}`);
    at = [x, y];
  };
  draw({
    moveTo: (x, y) => to('M', x, y),
    lineTo: (x, y) => to('L', x, y),
    closePath: () => parts.push('Z'),
    arc: (x, y, radius) => {
      const r = round(radius);
      parts.push(`A${r} ${r} 0 1 1 ${round(x - radius)} ${round(y)}A${r} ${r} 0 1 1 ${round(x + radius)} ${round(y)}`);
      at = [x + radius, y];
    },
    arcTo: (x1, y1, x2, y2, radius) => {
      const [start, end] = tangents(at, [x1, y1], [x2, y2], radius);
      to('L', ...start);
      parts.push(`Q${round(x1)} ${round(y1)} ${round(end[0])} ${round(end[1])}`);
      at = end;
    },
  });
  return parts.join('');
}

type Point = [number, number];

/** Where a circle of this radius touches both sides of a corner. */
function tangents(from: Point, corner: Point, to: Point, radius: number): [Point, Point] {
  const back = unit(corner, from);
  const forth = unit(corner, to);
  const cosine = back[0] * forth[0] + back[1] * forth[1];
  const distance = radius / Math.tan(Math.acos(Math.min(1, Math.max(-1, cosine))) / 2);
  const along = ([x, y]: Point): Point => [corner[0] + x * distance, corner[1] + y * distance];
  return [along(back), along(forth)];
}

function unit([fromX, fromY]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  return [(toX - fromX) / length, (toY - fromY) / length];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
