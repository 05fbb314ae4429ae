import { beforeEach, describe, expect, it } from 'vitest';
import type { Character, DisplayList, Item, OutlineGroup } from '../../api/generated';
import { centered } from './camera';
import { overlap } from './box-index';
import { boxOf, frameOf, onScreen } from './frame';
import { hitAt } from './hit';
import { attention, labelItem, lineItem, nodeItem, PAINT } from './samples';
import { neighbors, sceneOf, type Scene } from './scene';
import { alongLine, wordsOnLines } from './words-on-lines';

const node = nodeItem;
const paint = PAINT;

function label(id: string | null, x: number, y: number, priority: number, fontSize = 12): Item {
  return labelItem(id, x, y, { priority, font_size: fontSize });
}

function line(
  id: string,
  from: [number, number],
  to: [number, number],
  quiet = false,
  bend: [number, number] | null = null,
): Item {
  return lineItem(id, from, to, { quiet, bend });
}

const list: DisplayList = {
  bounds: { x: -400, y: -300, w: 800, h: 600 },
  alt: 'A map',
  items: [
    { type: 'ellipse', at: [0, 0], rx: 200, ry: 150, fill: paint, stroke: null },
    line('us-a', [0, 0], [100, 0]),
    line('us-b', [0, 0], [-100, 0], true),
    line('a-b', [100, 0], [-100, 0], false, [0, 200]),
    node('us', 0, 0, 34),
    node('a', 100, 0),
    node('b', -100, 0),
    node('c', 0, 250),
    label('a', 100, 0, 50),
    label('b', -100, 0, 40),
    label('c', 0, 250, 30),
    label(null, 0, -120, 0),
  ],
};

function partner(id: string, character: Character): OutlineGroup['partners'][number] {
  return { id, name: id.toUpperCase(), character, relationships: '', placeholder: false };
}

const outline: OutlineGroup[] = [
  { kind: 'brand', name: 'Brand', partners: [partner('a', 'strategic'), partner('b', 'transactional')] },
  { kind: 'tech', name: 'Technology', partners: [partner('c', 'unknown')] },
];

const view = { w: 800, h: 600 };
const camera = centered({ x: 0, y: 0 }, 1, view);

function ids(items: readonly { id: string }[]): string[] {
  return items.map((item) => item.id).sort();
}

let scene: Scene;
beforeEach(() => {
  scene = sceneOf(list, outline, { id: 'us', name: 'Us' });
});

describe('sceneOf', () => {
  it('finds the ends of lines and who is who', () => {
    expect(scene.lines.map((l) => [l.id, l.from, l.to])).toEqual([
      ['us-a', 'us', 'a'],
      ['us-b', 'us', 'b'],
      ['a-b', 'a', 'b'],
    ]);
    expect(scene.partners).toBe(3);
    expect(scene.nodes.get('us')?.us).toBe(true);
    expect(scene.nodes.get('b')).toMatchObject({ name: 'B', kind: 'brand', character: 'transactional' });
    expect([...neighbors(scene, 'a')].sort()).toEqual(['b', 'us']);
    expect(scene.ground).toHaveLength(1);
  });
});

describe('frameOf', () => {
  it('keeps quiet lines back until one of their ends is looked at', () => {
    expect(ids(frameOf(scene, camera, view, attention()).lines)).toEqual(['a-b', 'us-a']);
    for (const looked of [{ hovered: 'b' }, { selected: new Set(['b']) }]) {
      expect(ids(frameOf(scene, camera, view, attention(looked)).loudLines)).toEqual(['a-b', 'us-b']);
    }
  });

  it('dims what the hovered one has nothing to do with', () => {
    const frame = frameOf(scene, camera, view, attention({ hovered: 'a' }));
    expect(frame.dimmed).toBe(true);
    expect(ids(frame.nodes)).toEqual(['a', 'b', 'us']);
    expect(ids(frame.quietNodes)).toEqual(['c']);
    expect(frame.lines).toEqual([]);
  });

  it('paints the lines of what is looked at in their full colors', () => {
    expect(scene.lines.map((each) => each.loud.stroke?.paint.color)).toEqual(['strategy', 'strategy', 'strategy']);
    expect(scene.lines[0]?.loud.points).toBe(scene.lines[0]?.item.points);
  });

  it('leaves out hidden kinds and characters with their lines and names, but never us', () => {
    const frame = frameOf(scene, camera, view, attention({ hiddenKinds: new Set(['brand']) }));
    expect(ids(frame.nodes)).toEqual(['c', 'us']);
    expect(frame.lines).toEqual([]);
    const deep = frameOf(scene, camera, view, attention({ hiddenCharacters: new Set(['unknown', 'transactional']) }));
    expect(ids(deep.nodes)).toEqual(['a', 'us']);
    expect(deep.labels).toHaveLength(2);
  });

  it('draws only what the view shows', () => {
    const near = centered({ x: 100, y: 0 }, 8, view);
    expect(ids(frameOf(scene, near, view, attention()).nodes)).toEqual(['a']);
  });

  it('shows no label over another, and the selected one first', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const items = crowd.flatMap((id, i) => [
      node(id, (i % 10) * 30, Math.floor(i / 10) * 30, 5),
      label(id, (i % 10) * 30, Math.floor(i / 10) * 30, 10 + i),
    ]);
    const dense = sceneOf({ ...list, items }, [], { id: 'us', name: 'Us' });
    const at = centered({ x: 150, y: 90 }, 1, view);
    const frame = frameOf(dense, at, view, attention({ selected: new Set(['p0']) }));
    const boxes = frame.labels.map(boxOf);
    expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([]);
    expect(frame.labels[0]?.id).toBe('organization:p0');
    expect(frame.labels.length).toBeLessThan(60);
  });

  it('leaves out what is in the hand', () => {
    const frame = frameOf(scene, camera, view, attention({ lifted: new Set(['a']) }));
    expect(ids(frame.nodes)).toEqual(['b', 'c', 'us']);
    expect(ids(frame.lines)).toEqual([]);
  });
});

describe('onScreen', () => {
  it('keeps text readable while its node shrinks, close below it', () => {
    const own = scene.labels.find((each) => each.node?.id === 'a');
    const small = own && onScreen(own, centered({ x: 100, y: 0 }, 0.3, view), 0.3);
    expect(small?.font_size).toBe(11);
    expect(small?.dy).toBeCloseTo(16 * 0.3 + (16 * 11) / 12);
  });

  it('keeps headings of large fields small', () => {
    const heading = { item: label(null, 0, 0, 0, 40) as Extract<Item, { type: 'label' }>, node: null };
    expect(onScreen(heading, camera, 1).font_size).toBe(14);
  });
});

describe('hitAt', () => {
  const all = (): boolean => true;
  it.each([
    [{ x: 500, y: 300 }, 'a', 'inside'],
    [{ x: 500, y: 320 }, 'a', 'edge'],
    [{ x: 500, y: 340 }, undefined, undefined],
  ])('at %o finds %s (%s)', (at, id, part) => {
    const hit = hitAt(scene, camera, at, all);
    expect(hit?.node.id).toBe(id);
    expect(hit?.part).toBe(part);
  });

  it('offers a target that a hand can hit, however small the node is', () => {
    const far = centered({ x: 100, y: 0 }, 0.1, view);
    expect(hitAt(scene, far, { x: 410, y: 300 }, all)?.part).toBe('inside');
  });

  it('does not find what is hidden', () => {
    expect(hitAt(scene, camera, { x: 500, y: 300 }, () => false)).toBeUndefined();
  });
});

describe('words on lines', () => {
  const readings = new Map([
    ['us-a', { text: 'Integrates with', character: 'strategic' as const }],
    ['a-b', { text: 'Refers to', character: 'transactional' as const }],
  ]);

  it('name lines to other partners, not to us, and cover no node', () => {
    const words = wordsOnLines(
      scene,
      'a',
      readings,
      camera,
      () => true,
      () => 40,
      [],
    );
    expect(words.map((word) => word.text)).toEqual(['Refers to']);
    const us = { x: 400 - 34, y: 300 - 34, w: 68, h: 68 };
    expect(words.every((word) => !overlap(word, us))).toBe(true);
  });

  it('lie on the curve', () => {
    const item = {
      ...(line('x', [0, 0], [100, 0]) as Extract<Item, { type: 'path' }>),
      bend: [50, 80] as [number, number],
    };
    expect(alongLine({ item }, 0.5)).toEqual({ x: 50, y: 40 });
    expect(alongLine({ item }, 1)).toEqual({ x: 100, y: 0 });
  });
});
