import { describe, expect, it } from 'vitest';
import { distance } from './line-hit';

describe('how far a point lies from a line', () => {
  it('is measured to a straight line, a bent one and a polyline', () => {
    const ends: [number, number][] = [
      [0, 0],
      [100, 0],
    ];
    for (const [path, at, expected] of [
      [{ points: ends, bend: null }, { x: 50, y: 5 }, 5],
      [{ points: ends, bend: null }, { x: -3, y: 4 }, 5],
      [{ points: ends, bend: [50, 100] }, { x: 50, y: 50 }, 0],
      [{ points: ends, bend: [50, 100] }, { x: 50, y: 0 }, 43.4],
      [{ points: [...ends, [100, 100]], bend: null }, { x: 104, y: 60 }, 4],
    ] satisfies [Parameters<typeof distance>[0], { x: number; y: number }, number][])
      expect(distance(path, at)).toBeCloseTo(expected, 0);
  });
});
