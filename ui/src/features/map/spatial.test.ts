import { describe, expect, it } from 'vitest';
import { SpatialIndex, type Placed } from './spatial';

/** The same scatter every time. */
function scattered(count: number): Placed[] {
  let seed = 7;
  const next = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    x: next() * 4000 - 2000,
    y: next() * 2000 - 1000,
    r: 9 + next() * 18,
  }));
}

describe('at', () => {
  const nodes = scattered(2165);
  const index = new SpatialIndex(nodes);

  it('finds the same node as looking at all of them', () => {
    for (const probe of scattered(300)) {
      const near = nodes
        .map((node) => ({ node, distance: Math.hypot(node.x - probe.x, node.y - probe.y) }))
        .filter(({ node, distance }) => distance < node.r + 4)
        .sort((a, b) => a.distance - b.distance)[0];
      expect(index.at(probe, 31, (node) => node.r + 4)?.id).toBe(near?.node.id);
    }
  });

  it('finds nothing on the background', () => {
    expect(index.at({ x: 9000, y: 9000 }, 31, (node) => node.r)).toBeUndefined();
  });
});

describe('within', () => {
  const nodes = scattered(500);
  const index = new SpatialIndex(nodes);
  it.each([
    { x: -2000, y: -1000, w: 4000, h: 2000 },
    { x: -50, y: -50, w: 300, h: 120 },
    { x: 5000, y: 0, w: 10, h: 10 },
  ])('gives exactly the nodes in %o', (area) => {
    const expected = nodes.filter(
      (n) => n.x >= area.x && n.x <= area.x + area.w && n.y >= area.y && n.y <= area.y + area.h,
    );
    expect(
      index
        .within(area)
        .map((n) => n.id)
        .sort(),
    ).toEqual(expected.map((n) => n.id).sort());
  });
});

it('holds one node and none', () => {
  expect(new SpatialIndex([]).at({ x: 0, y: 0 }, 10, () => 10)).toBeUndefined();
  const one = new SpatialIndex([{ id: 'a', x: 3, y: 4, r: 10 }]);
  expect(one.at({ x: 0, y: 0 }, 10, (n) => n.r)?.id).toBe('a');
});
