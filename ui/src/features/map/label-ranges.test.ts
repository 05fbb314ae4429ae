import { describe, expect, it } from 'vitest';
import type { OutlinePartner, Rect } from '../../api/generated';
import { overlap } from './box-index';
import { centered, sizeFactor, toScreen, type Camera } from './camera';
import { boxOf, closestScale, wordsOf, type Attention } from './frame';
import { attention, crowd, labelItem, nodeItem } from './samples';
import type { LabelItem } from './scene';
import { sceneOf, type Scene } from './scene';

const US = { id: 'us', name: 'Us' };
const scene = sceneOf(crowd(400), [], US);
const SCALES = [0.06, 0.1, 0.17, 0.3, 0.5, 0.8, 0.95, 1.2, 2, 3.5, 7];

/** Everything is in a view so large. */
function seenAt(scale: number, of: Scene = scene): { camera: Camera; view: { w: number; h: number } } {
  const view = { w: of.bounds.w * scale + 600, h: of.bounds.h * scale + 600 };
  return { view, camera: centered({ x: 0, y: 0 }, scale, view) };
}

function shownAt(scale: number, looked: Attention = attention(), of: Scene = scene): LabelItem[] {
  const { camera, view } = seenAt(scale, of);
  const words = wordsOf(of, camera, view, looked);
  return [...words.labels, ...words.quietLabels];
}

function clashes(boxes: readonly Rect[]): number {
  return boxes.reduce((sum, a, i) => sum + boxes.slice(i + 1).filter((b) => overlap(a, b)).length, 0);
}

function onForeignNodes(items: readonly LabelItem[], scale: number): string[] {
  const { camera } = seenAt(scale);
  const factor = sizeFactor(scale) * 0.88;
  return items.flatMap((item) => {
    const near = [...scene.nodes.values()].filter((node) => {
      const at = toScreen(camera, node);
      const r = node.r * factor;
      const box = { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r };
      return item.id !== node.item.id && overlap(boxOf(item), box);
    });
    return near.map((node) => `${item.id ?? item.lines.join(' ')} on ${node.id}`);
  });
}

describe('at every zoom', () => {
  it.each(SCALES)('%d: no label lies on another or on a node that is not its own', (scale) => {
    const items = shownAt(scale);
    expect(clashes(items.map(boxOf))).toBe(0);
    expect(onForeignNodes(items, scale)).toEqual([]);
  });

  it('a label that is shown stays while one looks closer', () => {
    let before = new Set<string>();
    for (let scale = 0.05; scale < 20; scale *= 1.01) {
      const now = new Set(shownAt(scale).map((item) => `${item.id} ${item.lines.join(' ')} ${item.priority}`));
      expect([...before].filter((key) => !now.has(key))).toEqual([]);
      before = now;
    }
    expect(before.size).toBe(402);
  });

  it('moving about changes none', () => {
    const view = { w: 500, h: 400 };
    const inside = (camera: Camera): string[] =>
      wordsOf(scene, camera, view, attention())
        .labels.filter((item) => {
          const at = { x: (item.at[0] - camera.x) / camera.scale, y: (item.at[1] - camera.y) / camera.scale };
          return Math.hypot(at.x, at.y) < 150;
        })
        .map((item) => item.id ?? '')
        .sort();
    const still = inside(centered({ x: 0, y: 0 }, 0.9, view));
    expect(still.length).toBeGreaterThan(2);
    expect(inside(centered({ x: 40, y: -30 }, 0.9, view))).toEqual(still);
  });

  it('from the closest scale on all are shown', () => {
    const closest = closestScale(scene, attention());
    expect(shownAt(closest).length).toBe(402);
    expect(shownAt(closest * 0.999).length).toBeLessThan(402);
  });

  it('shows more of the important ones first', () => {
    const shown = shownAt(0.3).flatMap((item) => (item.priority > 0 && item.priority < 4000 ? [item.priority] : []));
    const all = scene.labels.map((label) => label.item.priority).filter((each) => each > 0 && each < 4000);
    const mean = (list: number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
    expect(mean(shown)).toBeGreaterThan(mean(all));
  });
});

describe('what is looked at', () => {
  const hidden = scene.labels.flatMap(({ node }) => (node ? [node.id] : [])).filter((id) => !names(0.3).includes(id));
  const [one = '', two = ''] = [hidden[0], hidden[150]];

  function names(scale: number, looked?: Attention): string[] {
    return shownAt(scale, looked).flatMap(({ id }) => (id === null ? [] : [id.replace('organization:', '')]));
  }

  it.each(SCALES)('at %d is always named, and others make room', (scale) => {
    const looked = attention({ hovered: one, selected: new Set([two]) });
    expect(names(scale, looked)).toContain(one);
    expect(clashes(shownAt(scale, looked).map(boxOf))).toBe(0);
  });

  it('makes no other label come and go on the way closer', () => {
    const looked = attention({ selected: new Set([one]) });
    let before = new Set<string>();
    for (let scale = 0.05; scale < 20; scale *= 1.02) {
      const now = new Set(names(scale, looked));
      expect([...before].filter((id) => !now.has(id))).toEqual([]);
      before = now;
    }
  });
});

it('gives the room of what is hidden to others', () => {
  const list = {
    bounds: { x: -50, y: -50, w: 100, h: 100 },
    alt: '',
    items: [
      nodeItem('a', 0, 0, 5),
      nodeItem('b', 10, 0, 5),
      labelItem('a', 0, 0, { priority: 9 }),
      labelItem('b', 10, 0, { priority: 1 }),
    ],
  };
  const partner = (id: string): OutlinePartner => ({
    id,
    name: id,
    character: 'strategic',
    relationships: '',
    placeholder: false,
  });
  const two = sceneOf(
    list,
    [
      { kind: 'x', name: 'X', partners: [partner('a')] },
      { kind: 'y', name: 'Y', partners: [partner('b')] },
    ],
    US,
  );
  const ids = (looked?: Attention): (string | null)[] => shownAt(1, looked, two).map(({ id }) => id);
  expect(ids()).toEqual(['organization:a']);
  expect(ids(attention({ hiddenKinds: new Set(['x']) }))).toEqual(['organization:b']);
});

it('waits for the scale that the list names', () => {
  const items = [nodeItem('a', 0, 0), labelItem('a', 0, 0, { from_scale: 2 })];
  const waiting = sceneOf({ bounds: { x: -50, y: -50, w: 100, h: 100 }, alt: '', items }, [], US);
  expect(shownAt(1.9, attention(), waiting)).toHaveLength(0);
  expect(shownAt(2, attention(), waiting)).toHaveLength(1);
});
