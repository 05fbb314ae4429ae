import { describe, expect, it } from 'vitest';
import { isArrow, nearestThatWay, type Arrow } from './nearest';

const nodes = [
  { id: 'east', x: 100, y: 0 },
  { id: 'far east', x: 200, y: 0 },
  { id: 'north-east', x: 60, y: -55 },
  { id: 'north', x: 5, y: -90 },
  { id: 'south-west', x: -40, y: 300 },
];

describe('nearestThatWay', () => {
  it.each<[Arrow, string | undefined]>([
    ['ArrowRight', 'east'],
    ['ArrowUp', 'north'],
    ['ArrowDown', 'south-west'],
    ['ArrowLeft', 'south-west'],
  ])('%s from the middle goes to %s', (arrow, id) => {
    expect(nearestThatWay({ x: 0, y: 0 }, nodes, arrow)?.id).toBe(id);
  });

  it('stays where nothing lies that way', () => {
    expect(nearestThatWay({ x: 200, y: 0 }, nodes, 'ArrowRight')).toBeUndefined();
  });

  it('reaches every partner of a grid by arrows alone', () => {
    const grid = Array.from({ length: 25 }, (_, i) => ({ id: i, x: (i % 5) * 80, y: Math.floor(i / 5) * 50 }));
    const seen = new Set([0]);
    const open = grid.slice(0, 1);
    for (let node = open.pop(); node; node = open.pop()) {
      for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
        const next = nearestThatWay(node, grid, arrow);
        if (next && !seen.has(next.id)) {
          seen.add(next.id);
          open.push(next);
        }
      }
    }
    expect(seen.size).toBe(25);
  });
});

it('knows arrows from other keys', () => {
  expect(isArrow('ArrowUp')).toBe(true);
  expect(isArrow('Enter')).toBe(false);
});
