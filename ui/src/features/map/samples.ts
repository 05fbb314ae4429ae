/** Made maps for tests: the same scatter every time. */

import type { Character, DisplayList, Item, Paint } from '../../api/generated';
import type { Attention } from './frame';
import type { LabelItem, NodeItem, PathItem } from './scene';

export const PAINT: Paint = { color: 'text', opacity: 1, mix: 1 };
const STROKE = { paint: PAINT, width: 2, dash: [] };

export function nodeItem(id: string, x: number, y: number, r = 16): NodeItem {
  return {
    type: 'node',
    id: `organization:${id}`,
    name: id,
    at: [x, y],
    shape: 'circle',
    r,
    fill: PAINT,
    stroke: STROKE,
    glyph: 'plug',
    glyph_color: PAINT,
  };
}

export function labelItem(id: string | null, x: number, y: number, more: Partial<LabelItem> = {}): LabelItem {
  return {
    type: 'label',
    id: id === null ? null : `organization:${id}`,
    at: [x, y],
    dx: 0,
    dy: 32,
    lines: ['Some name'],
    size: [60, 15],
    align: 'center',
    font_size: 12,
    weight: 420,
    color: PAINT,
    halo: true,
    from_scale: 0,
    priority: 50,
    ...more,
  };
}

export function lineItem(
  id: string,
  from: [number, number],
  to: [number, number],
  more: Partial<PathItem> = {},
): PathItem {
  return {
    type: 'path',
    id: `relationship:${id}`,
    points: [from, to],
    bend: null,
    fill: null,
    stroke: STROKE,
    arrow: true,
    trim: [20, 20],
    quiet: false,
    ...more,
  };
}

/** Numbers from 0 to 1. */
export function numbers(seed = 7): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** So many partners with names of any length and size, some of them close together. */
export function crowd(count: number, side = 1500): DisplayList {
  const next = numbers();
  const items: Item[] = [];
  for (let i = 0; i < count; i += 1) {
    const [x, y, r] = [(next() - 0.5) * side * 2, (next() - 0.5) * side, 6 + next() * 20];
    const font = [11, 12, 13][i % 3] ?? 12;
    const size: [number, number] = [20 + next() * 120, next() < 0.3 ? 30 : 15];
    items.push(nodeItem(`n${i}`, x, y, r));
    items.push(
      labelItem(`n${i}`, x, y, { dy: r + 4 + font, size, font_size: font, priority: 1 + Math.floor(r * 100) }),
    );
  }
  items.push(labelItem(null, 0, 0, { font_size: 40, size: [300, 50], priority: 0, dy: 0 }));
  items.push(labelItem(null, 90, -200, { align: 'end', priority: 4990, dy: 0 }));
  return { bounds: { x: -side, y: -side / 2, w: 2 * side, h: side }, alt: 'A crowd', items };
}

const NOBODY: ReadonlySet<string> = new Set();
const NONE: ReadonlySet<Character> = new Set();

export function attention(more: Partial<Attention> = {}): Attention {
  return {
    hovered: null,
    selected: NOBODY,
    hiddenKinds: NOBODY,
    hiddenCharacters: NONE,
    lifted: new Set(),
    ...more,
  };
}
