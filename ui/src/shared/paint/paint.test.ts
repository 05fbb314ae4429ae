import { describe, expect, it } from 'vitest';
import type { Shape } from '../../api/generated';
import { cssColor, mix, parseColor, tokenColor } from './color';
import { alongPath, roundedBend, trimEnds } from './paint-list';
import { shapePath } from './shapes';
import { svgPath } from './svg-path';
import { PaintTheme } from './theme';

describe('colors', () => {
  it.each([
    ['#0B6353', [11, 99, 83, 1]],
    ['#fff', [255, 255, 255, 1]],
    ['#0b635333', [11, 99, 83, 0.2]],
    ['#0003', [0, 0, 0, 0.2]],
    [' rgba(11, 99, 83, .10)', [11, 99, 83, 0.1]],
    ['rgb(1 2 3)', [1, 2, 3, 1]],
    ['red', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseColor(text)).toEqual(expected);
  });

  it('mixes a share into another color', () => {
    expect(cssColor(mix([0, 0, 0, 1], [255, 255, 255, 1], 0.3))).toBe('rgb(179,179,179)');
  });

  it('lets no hostile color into a style', () => {
    expect(tokenColor('kind-brand')).toBe('var(--kind-brand)');
    expect(tokenColor('#A07000')).toBe('#A07000');
    expect(tokenColor('red); background: url(x')).toBe('var(--text)');
  });

  it('resolves a paint with mix and opacity, and shows the unknown in the text color', () => {
    const tokens: Record<string, string> = { '--tactic': '#000000', '--surface': '#ffffff', '--text': '#102030' };
    const theme = new PaintTheme((token) => tokens[`--${token}`] ?? '');
    expect(theme.css({ color: 'tactic', opacity: 0.5, mix: 0.5 })).toBe('rgba(128,128,128,0.5)');
    expect(theme.css({ color: 'nonsense', opacity: 1, mix: 1 })).toBe('rgb(16,32,48)');
  });
});

describe('shapes', () => {
  const shapes: Shape[] = ['circle', 'rounded_square', 'diamond', 'triangle', 'hexagon', 'pentagon'];

  it.each(shapes)('%s has the area of the circle of its radius, within 6 %%', (shape) => {
    const area = polygonArea(outline(shape, 100));
    expect(Math.abs(area / (Math.PI * 100 * 100) - 1)).toBeLessThan(0.06);
  });

  it('writes a closed path', () => {
    expect(svgPath((sink) => shapePath(sink, 'circle', 12, 12, 8))).toBe('M20 12A8 8 0 1 1 4 12A8 8 0 1 1 20 12Z');
    expect(svgPath((sink) => shapePath(sink, 'diamond', 12, 12, 8))).toMatch(/^M.*Z$/);
  });
});

describe('the ends of a line', () => {
  it('keep clear of the nodes that they join', () => {
    const points: [number, number][] = [
      [0, 0],
      [100, 0],
    ];
    trimEnds(points, null, 10, 20);
    expect(points).toEqual([
      [10, 0],
      [80, 0],
    ]);
  });

  it('are taken off along its bends', () => {
    const points: [number, number][] = [
      [0, 0],
      [6, 0],
      [6, 40],
      [10, 40],
    ];
    trimEnds(points, null, 10, 7);
    expect(points).toEqual([
      [6, 4],
      [6, 37],
    ]);
  });
});

describe('a line led around others', () => {
  it('turns as softly as its arms are long, as deep as told', () => {
    // The same figures as in `picture`, so that the screen and a file agree.
    const soft = roundedBend([0, 0], [40, 0], [40, 10], 1);
    expect(soft?.flat().map((each) => Number(each.toFixed(2)))).toEqual([37.17, 0, 40, 2.83]);
    expect(roundedBend([0, 0], [40, 0], [40, 10], 9)).toEqual([
      [35, 0],
      [40, 5],
    ]);
    expect(roundedBend([0, 0], [40, 0], [80, 0], 9)).toBeUndefined();
  });

  it('has its middle half of its length along', () => {
    const points: [number, number][] = [
      [0, 0],
      [40, 0],
      [40, 10],
    ];
    expect([0, 0.5, 1].map((t) => alongPath({ points, bend: null }, t))).toEqual([
      [0, 0],
      [25, 0],
      [40, 10],
    ]);
  });
});

/** Samples the outline, rounding included. */
function outline(shape: Shape, r: number): [number, number][] {
  const points: [number, number][] = [];
  let at: [number, number] = [0, 0];
  shapePath(
    {
      moveTo: (x, y) => points.push((at = [x, y])),
      lineTo: (x, y) => points.push((at = [x, y])),
      closePath: () => undefined,
      arc: (x, y, radius) => {
        for (let step = 1; step <= 360; step++) {
          const angle = (step / 360) * Math.PI * 2;
          points.push([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
        }
      },
      arcTo: (x1, y1, x2, y2, radius) => {
        const path = svgPath((sink) => {
          sink.moveTo(...at);
          sink.arcTo(x1, y1, x2, y2, radius);
        });
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const [, , startX = 0, startY = 0, cornerX = 0, cornerY = 0, endX = 0, endY = 0] = numbers;
        for (let step = 0; step <= 20; step++) {
          const t = step / 20;
          const part = (a: number, b: number, c: number): number => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c;
          points.push([part(startX, cornerX, endX), part(startY, cornerY, endY)]);
        }
        at = [endX, endY];
      },
    },
    shape,
    0,
    0,
    r,
  );
  return points;
}

function polygonArea(points: readonly [number, number][]): number {
  const sum = points.reduce((total, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum / 2);
}
