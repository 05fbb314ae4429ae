import { describe, expect, it } from 'vitest';
import { aligned, distributed, type Alignment, type Node } from './align';

const nodes: Node[] = [
  { id: 'a', x: 0, y: 0, r: 10 },
  { id: 'b', x: 100, y: 40, r: 20 },
  { id: 'c', x: 45, y: 90, r: 5 },
];

describe('aligned', () => {
  it.each<[Alignment, Record<string, [number, number]>]>([
    ['left', { b: [10, 40], c: [-5, 90] }],
    ['right', { a: [110, 0], c: [115, 90] }],
    ['center', { a: [55, 0], b: [55, 40], c: [55, 90] }],
    ['top', { b: [100, 10], c: [45, -5] }],
    ['bottom', { a: [0, 85], b: [100, 75] }],
    ['middle', { a: [0, 42.5], b: [100, 42.5], c: [45, 42.5] }],
  ])('%s moves %o', (how, expected) => {
    const places = [...aligned(nodes, how)].map(([id, { x, y }]) => [id, [x, y]]);
    expect(Object.fromEntries(places)).toEqual(expected);
  });

  it('moves nothing that is aligned, and nothing alone', () => {
    const [first] = nodes;
    expect(first && aligned([first], 'left').size).toBe(0);
    const row = nodes.map((node) => ({ ...node, y: 7, r: 4 }));
    expect(aligned(row, 'middle').size).toBe(0);
  });
});

describe('distributed', () => {
  it('leaves the outermost where they are and makes the gaps between rims equal', () => {
    const places = distributed(
      nodes.map((node) => (node.id === 'c' ? { ...node, x: 30 } : node)),
      'across',
    );
    expect([...places.keys()]).toEqual(['c']);
    const c = places.get('c')?.x ?? 0;
    expect(c - 5 - 10).toBeCloseTo(80 - (c + 5), 9);
    expect(places.get('c')?.y).toBe(90);
  });

  it('spaces the middles evenly where rims overlap', () => {
    const close = nodes.map((node, index) => ({ ...node, y: index * index, r: 30 }));
    expect(distributed(close, 'down').get('b')).toEqual({ x: 100, y: 2 });
  });

  it('needs three', () => {
    expect(distributed(nodes.slice(0, 2), 'across').size).toBe(0);
  });
});
