import { describe, expect, it } from 'vitest';
import { labelItem, lineItem, nodeItem } from '../samples';
import { sceneOf } from '../scene';
import { liftedMany, movedMany, movesBy, part } from './moves';

const items = [
  nodeItem('a', 0, 0),
  nodeItem('b', 100, 0),
  nodeItem('c', 0, 100),
  labelItem('a', 0, 0),
  labelItem(null, 0, 0),
  lineItem('ab', [0, 0], [100, 0]),
  lineItem('bc', [100, 0], [0, 100]),
];
const scene = sceneOf({ bounds: { x: -100, y: -100, w: 300, h: 300 }, alt: '', items }, [], { id: 'c', name: 'c' });

describe('several nodes in the hand', () => {
  const moves = movesBy(
    [...scene.nodes.values()].filter(({ us }) => !us),
    5,
    7,
  );

  it('take their lines with them, at both ends where both move', () => {
    const up = liftedMany(scene, moves);
    expect(up.labels.map(({ item }) => item.at)).toEqual([[5, 7]]);
    expect(up.nodes.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['a', 5, 7],
      ['b', 105, 7],
    ]);
    const ends = Object.fromEntries(up.lines.map(({ id, item }) => [id, item.points]));
    expect(ends).toEqual({
      ab: [
        [5, 7],
        [105, 7],
      ],
      bc: [
        [105, 7],
        [0, 100],
      ],
    });
  });

  it('lie elsewhere in the new map and where they were in the old one', () => {
    const moved = movedMany(scene, moves);
    expect([moved.nodes.get('a')?.x, scene.nodes.get('a')?.x, moved.nodes.get('c')]).toEqual([
      5,
      0,
      scene.nodes.get('c'),
    ]);
    expect(moved.index.within({ x: 100, y: 0, w: 10, h: 10 }).map(({ id }) => id)).toEqual(['b']);
    expect(movedMany(scene, new Map([['nobody', { x: 0, y: 0 }]]))).toBe(scene);
  });

  it('are part of the way on their way', () => {
    expect(part(scene, moves, 0.5).get('a')).toEqual({ x: 2.5, y: 3.5 });
  });
});
