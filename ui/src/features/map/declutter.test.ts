import { describe, expect, it } from 'vitest';
import { declutter, overlap, type LabelBox, type Obstacle } from './declutter';

function label(x: number, y: number, priority: number, owner: string | null = null): LabelBox {
  return { x, y, w: 60, h: 14, priority, owner };
}

describe('declutter', () => {
  it('gives room to the higher priority', () => {
    expect(declutter([label(0, 0, 1), label(30, 5, 9)], [])).toEqual([1]);
  });

  it('shows both where both have room', () => {
    expect(declutter([label(0, 0, 1), label(60, 0, 9)], [])).toEqual([1, 0]);
  });

  it('never writes over another node, but may touch its own', () => {
    const node: Obstacle = { x: 0, y: 0, w: 20, h: 20, owner: 'a' };
    expect(declutter([label(10, 10, 5, 'a')], [node])).toEqual([0]);
    expect(declutter([label(10, 10, 5, 'b')], [node])).toEqual([]);
  });

  it('shows what was asked for even over a node', () => {
    const node: Obstacle = { x: 0, y: 0, w: 20, h: 20, owner: 'a' };
    expect(declutter([{ ...label(10, 10, 5, 'b'), wanted: true }], [node])).toEqual([0]);
  });

  it('always shows what must be read and lets others cross it', () => {
    expect(declutter([label(0, 0, 0), label(5, 0, 1)], []).sort()).toEqual([0, 1]);
  });

  it('leaves no two labels on each other among thousands', () => {
    const labels = Array.from({ length: 2165 }, (_, i) =>
      label(((i * 7919) % 1000) - 200, ((i * 104729) % 700) - 100, 1 + (i % 50), `n${i}`),
    );
    const shown = declutter(labels, []).flatMap((i) => labels[i] ?? []);
    expect(shown.length).toBeGreaterThan(50);
    const clashes = shown.flatMap((a, i) => shown.slice(i + 1).filter((b) => overlap(a, b)));
    expect(clashes).toEqual([]);
  });
});
