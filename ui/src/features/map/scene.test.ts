import { describe, expect, it } from 'vitest';
import type { DisplayList } from '../../api/generated';
import { lineItem, nodeItem } from './samples';
import { pulled, sceneOf } from './scene';

const bends: [number, number][] = [
  [40, -60],
  [160, -60],
];
const list: DisplayList = {
  bounds: { x: -100, y: -100, w: 400, h: 200 },
  alt: 'A map',
  items: [
    { ...lineItem('us-a', [0, 0], [200, 0]), points: [[0, 0], ...bends, [200, 0]], corner: 5 },
    nodeItem('us', 0, 0, 34),
    nodeItem('a', 200, 0, 12),
  ],
};

describe('a line that is led around others', () => {
  const line = sceneOf(list, [], { id: 'us', name: 'Us' }).lines[0];

  it('joins the two that it begins and ends at, and is found wherever it goes', () => {
    expect(line).toMatchObject({ from: 'us', to: 'a', box: { x: 0, y: -60, w: 200, h: 60 } });
  });

  it('leads straight while one of its ends is pulled', () => {
    const moved = line && pulled(line, 'a', [150, 90], -50, 90);
    const straight = [
      [0, 0],
      [150, 90],
    ];
    expect(moved?.item.points).toEqual(straight);
    expect(moved?.loud.points).toEqual(straight);
    expect(moved?.box).toEqual({ x: 0, y: 0, w: 150, h: 90 });
  });
});
