import { describe, expect, it } from 'vitest';
import type { DisplayList, Item } from '../../api/generated';
import { centered, toScreen } from './camera';
import { Morph, type Stand } from './morph';
import { attention, labelItem, lineItem, nodeItem, PAINT } from './samples';
import { movedMany } from './edit/moves';
import { sceneOf } from './scene';

const US = { id: 'us', name: 'Us' };
const view = { w: 800, h: 600 };

function stand(items: Item[], scale = 1): Stand {
  const list: DisplayList = { bounds: { x: -400, y: -300, w: 800, h: 600 }, alt: '', items };
  return {
    scene: sceneOf(list, [], US),
    camera: centered({ x: 0, y: 0 }, scale, view),
    view,
    attention: attention(),
  };
}

const before = stand([
  nodeItem('us', 0, 0, 30),
  nodeItem('a', 100, 0),
  nodeItem('gone', -100, 0),
  lineItem('us-a', [0, 0], [100, 0]),
  labelItem('a', 100, 0),
]);
const after = stand([
  nodeItem('us', 0, 0, 30),
  nodeItem('a', 0, 200, 24),
  nodeItem('new', 50, -50),
  lineItem('us-a', [0, 0], [0, 200], { bend: [40, 100] }),
  labelItem('a', 0, 200),
]);

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is none.');
  return value;
}

describe('on the way to another layout', () => {
  const morph = only(Morph.between(before, after));
  const node = (t: number, id: string): { at: [number, number]; r: number; alpha: number } => {
    const found = only(
      morph.at(t, after.camera).nodes.find(({ item }) => 'id' in item && item.id === `organization:${id}`),
    );
    if (found.item.type !== 'node') throw new Error('That is no node.');
    return { at: found.item.at, r: found.item.r, alpha: found.alpha };
  };

  it('what stays goes straight from its old place to its new one', () => {
    expect(node(0, 'a')).toMatchObject({ at: [100, 0], r: 16, alpha: 1 });
    expect(node(0.5, 'a')).toMatchObject({ at: [50, 100], r: 20, alpha: 1 });
    expect(node(1, 'a')).toMatchObject({ at: [0, 200], r: 24, alpha: 1 });
  });

  it('what is new comes in, what is gone goes out, each in its place', () => {
    expect([node(0, 'new').alpha, node(1, 'new').alpha]).toEqual([0, 1]);
    expect([node(0, 'gone').alpha, node(1, 'gone').alpha]).toEqual([1, 0]);
    expect(node(0.5, 'gone').at).toEqual([-100, 0]);
  });

  it('lines and names stay with their nodes', () => {
    const { lines, labels } = morph.at(0.5, after.camera);
    const line = only(lines[0]).item;
    expect(line.type === 'path' && line.points).toEqual([
      [0, 0],
      [50, 100],
    ]);
    const at = toScreen(after.camera, { x: 50, y: 100 });
    expect(labels.map(({ item }) => item.type === 'label' && item.at)).toEqual([[at.x, at.y]]);
  });

  it('is at the end what the new picture shows', () => {
    const { lines, share } = morph.at(1, after.camera);
    expect(share).toBe(1);
    const [line, own] = [only(lines[0]).item, only(after.scene.lines[0]).item];
    if (line.type !== 'path') throw new Error('That is no line.');
    expect(line.points).toEqual(own.points);
    expect(line.bend?.map(Math.round)).toEqual(own.bend);
  });
});

it('begins where things are seen, also from another camera', () => {
  const nearer = { ...after, camera: centered({ x: 30, y: 10 }, 0.5, view) };
  const morph = only(Morph.between(before, nearer));
  const start = only(morph.at(0, nearer.camera).nodes.find(({ item }) => 'id' in item && item.id === 'organization:a'));
  if (start.item.type !== 'node') throw new Error('That is no node.');
  const [x, y] = start.item.at;
  const seen = toScreen(nearer.camera, { x, y });
  expect(seen.x).toBeCloseTo(500);
  expect(seen.y).toBeCloseTo(300);
  // A node of 16 pixels looks as large in a picture that is shown at half its size.
  expect(start.item.r * 0.5).toBeCloseTo(16);
});

it('a change in mid-change goes on from where things are', () => {
  const first = only(Morph.between(before, after));
  const back = stand([nodeItem('us', 0, 0, 30), nodeItem('a', -300, 0)]);
  const second = only(Morph.between(after, back, first.placesAt(0.5)));
  const start = only(second.at(0, back.camera).nodes.find(({ item }) => 'id' in item && item.id === 'organization:a'));
  expect(start.item.type === 'node' && start.item.at).toEqual([50, 100]);
});

describe('there is nothing to see', () => {
  it('when nothing looks different', () => {
    expect(Morph.between(before, stand(before.scene.list.items))).toBeUndefined();
  });

  it('while a node is in the hand', () => {
    expect(
      Morph.between(before, { ...before, scene: movedMany(before.scene, new Map([['a', { x: 5, y: 5 }]])) }),
    ).toBeUndefined();
  });

  it('between two workspaces', () => {
    const other = stand([nodeItem('we', 0, 0)]);
    expect(
      Morph.between(before, { ...other, scene: sceneOf(other.scene.list, [], { id: 'we', name: 'We' }) }),
    ).toBeUndefined();
  });
});

it('another color fades over', () => {
  const red = { ...nodeItem('a', 100, 0), fill: { ...PAINT, color: 'tactic' } };
  const painted = stand(
    before.scene.list.items.map((item) => (item.type === 'node' && item.id === red.id ? red : item)),
  );
  const both = only(Morph.between(before, painted))
    .at(0.5, painted.camera)
    .nodes.filter(({ item }) => 'id' in item && item.id === red.id);
  expect(both.map(({ alpha }) => alpha)).toEqual([0.5, 0.5]);
});
