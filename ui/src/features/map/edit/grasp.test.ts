import { expect, it } from 'vitest';
import { attention, labelItem, nodeItem } from '../samples';
import { sceneOf } from '../scene';
import { labelAt, togetherWith } from './grasp';

const items = [
  nodeItem('a', 0, 0),
  nodeItem('b', 200, 0),
  nodeItem('us', 0, 200),
  labelItem('a', 0, 0),
  labelItem('b', 200, 0),
];
const scene = sceneOf({ bounds: { x: -100, y: -100, w: 500, h: 500 }, alt: '', items }, [], { id: 'us', name: 'us' });
const camera = { scale: 1, x: 100, y: 100 };
const view = { w: 600, h: 500 };

it.each([
  [{ x: 100, y: 130 }, 'a'],
  [{ x: 320, y: 132 }, 'b'],
  [{ x: 100, y: 100 }, undefined],
  [{ x: 210, y: 132 }, undefined],
])('at %o the name of %s is taken hold of', (at, id) => {
  expect(labelAt(scene, camera, view, attention(), at)?.id).toBe(id);
});

it('pulls the selection that a node belongs to, but never us', () => {
  const a = scene.nodes.get('a');
  if (!a) throw new Error('a is missing');
  const ids = (selected: string[]): string =>
    togetherWith(a, scene, new Set(selected))
      .map(({ id }) => id)
      .join('');
  expect([ids([]), ids(['b']), ids(['a', 'b', 'us', 'gone'])]).toEqual(['a', 'a', 'ab']);
});
