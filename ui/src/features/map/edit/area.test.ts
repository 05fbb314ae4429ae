import { describe, expect, it } from 'vitest';
import { boxBetween, inBox, inLasso } from './area';

const nodes = [
  { id: 'a', x: 0, y: 0 },
  { id: 'b', x: 10, y: 10 },
  { id: 'c', x: 20, y: 5 },
  { id: 'd', x: -5, y: 12 },
];
const ids = (found: { id: string }[]): string => found.map(({ id }) => id).join('');
const points = (...pairs: [number, number][]): { x: number; y: number }[] => pairs.map(([x, y]) => ({ x, y }));

describe('a box', () => {
  it.each([
    [{ x: -1, y: -1 }, { x: 11, y: 11 }, 'ab'],
    [{ x: 11, y: 11 }, { x: -1, y: -1 }, 'ab'],
    [{ x: 11, y: -1 }, { x: -1, y: 11 }, 'ab'],
    [{ x: 10, y: 10 }, { x: 10, y: 10 }, 'b'],
    [{ x: 100, y: 100 }, { x: 101, y: 101 }, ''],
  ])('from %o to %o holds “%s”', (from, to, expected) => {
    expect(ids(inBox(nodes, from, to))).toBe(expected);
  });

  it('has its corner at the upper left', () => {
    expect(boxBetween({ x: 4, y: 9 }, { x: 1, y: 10 })).toEqual({ x: 1, y: 9, w: 3, h: 1 });
  });
});

describe('a lasso', () => {
  it.each([
    ['a triangle', points([-2, -2], [22, 4], [22, 7]), 'c'],
    ['the same the other way around', points([22, 7], [22, 4], [-2, -2]), 'c'],
    ['one that closes itself', points([-6, -6], [30, -6], [30, 30], [-6, 30]), 'abcd'],
    // The bay at the top leaves b out.
    ['one with a bay', points([-6, -6], [30, -6], [30, 30], [12, 30], [12, 2], [8, 2], [8, 30], [-6, 30]), 'acd'],
    ['one that goes around twice', points([8, 8], [12, 8], [12, 12], [8, 12], [7, 7], [13, 7], [13, 13], [7, 13]), 'b'],
    ['a figure of eight', points([-2, -2], [2, -2], [8, 12], [12, 12], [12, 8], [8, 8], [2, 2], [-2, 2]), 'ab'],
    ['two points', points([-100, -100], [100, 100]), ''],
  ])('%s holds “%s”', (_, line, expected) => {
    expect(ids(inLasso(nodes, line as { x: number; y: number }[]))).toBe(expected);
  });
});
