import { describe, expect, it } from 'vitest';
import type { Badge, Character, DisplayList, Item, OutlineGroup } from '../../api/generated';
import { frameOf } from './frame';
import { centered } from './camera';
import { folded, isFold, type Groups } from './fold';
import { Morph } from './morph';
import { attention, labelItem, lineItem, nodeItem, numbers, PAINT } from './samples';
import { sceneOf, type MapNode, type Scene } from './scene';

const US = { id: 'us', name: 'Us' };
const RX = 600;
const RY = 400;

/** A core with 20 of group "North", an edge with 12 of it and 8 of "South", and a partner without a group. */
function made(): { scene: Scene; groupOf: Map<string, string> } {
  const next = numbers(5);
  const groupOf = new Map<string, string>();
  const items: Item[] = [{ type: 'ellipse', at: [0, 0], rx: RX, ry: RY, fill: PAINT, stroke: null }];
  const outline: OutlineGroup = { kind: 'brand', name: 'Brand', partners: [] };
  const add = (id: string, far: [number, number], character: Character, group?: string): void => {
    const angle = next() * Math.PI * 2;
    const radius = far[0] + next() * (far[1] - far[0]);
    const [x, y] = [Math.cos(angle) * RX * radius, Math.sin(angle) * RY * radius];
    items.push(nodeItem(id, x, y, 9), labelItem(id, x, y), lineItem(`us-${id}`, [0, 0], [x, y]));
    outline.partners.push({ id, name: id, character, relationships: '', placeholder: false });
    if (group) groupOf.set(id, group);
  };
  items.push(nodeItem('us', 0, 0, 30));
  for (let i = 0; i < 20; i += 1) add(`deep${i}`, [0.3, 0.9], 'strategic', 'North');
  for (let i = 0; i < 12; i += 1) add(`far${i}`, [1.1, 1.6], 'transactional', 'North');
  for (let i = 0; i < 8; i += 1) add(`south${i}`, [1.1, 1.6], 'transactional', 'South');
  add('alone', [1.2, 1.5], 'transactional');
  const list: DisplayList = { bounds: { x: -1000, y: -700, w: 2000, h: 1400 }, alt: '', items };
  return { scene: sceneOf(list, [outline], US), groupOf };
}

const { scene, groupOf } = made();
const measure = (text: string, size: number): number => text.length * size * 0.6;

function fold(more: Partial<Groups> = {}): Scene {
  return folded(scene, { groupOf, opened: new Set(), isShown: () => true, ...more }, measure);
}

function folds(of: Scene): MapNode[] {
  return [...of.nodes.values()].filter(isFold);
}

describe('folded groups', () => {
  const closed = fold();

  it('stand for their members, apart by character', () => {
    const counts = folds(closed).map((node) => [node.name, node.character, node.members?.length]);
    expect(counts.sort()).toEqual([
      ['North', 'strategic', 20],
      ['North', 'transactional', 12],
      ['South', 'transactional', 8],
    ]);
    expect([...closed.nodes.keys()].filter((id) => !id.startsWith('fold:')).sort()).toEqual(['alone', 'us']);
  });

  it('cross no bound of a zone and cover no other node', () => {
    const nodes = [...closed.nodes.values()];
    for (const node of folds(closed)) {
      const inside = node.character === 'strategic';
      for (let turn = 0; turn < 64; turn += 1) {
        const angle = (turn / 64) * Math.PI * 2;
        const form = Math.hypot((node.x + Math.cos(angle) * node.r) / RX, (node.y + Math.sin(angle) * node.r) / RY);
        expect(form < 1).toBe(inside);
      }
      const others = nodes.filter((other) => other !== node);
      expect(others.filter((other) => Math.hypot(other.x - node.x, other.y - node.y) < other.r + node.r)).toEqual([]);
    }
  });

  it('are larger than each of their members', () => {
    expect(folds(closed).every((node) => node.r > 9)).toBe(true);
  });

  it('carry no sign that says something of one member', () => {
    const sign: Badge = {
      title: 'Pinned',
      at: [10, -10],
      r: 5,
      fill: PAINT,
      stroke: { paint: PAINT, width: 1, dash: [] },
      strokes: '',
      color: PAINT,
    };
    const signed = new Map(
      [...scene.nodes].map(([id, node]): [string, MapNode] => [
        id,
        { ...node, item: { ...node.item, badges: [sign] } },
      ]),
    );
    const groups = { groupOf, opened: new Set<string>(), isShown: () => true };
    expect(folds(folded({ ...scene, nodes: signed }, groups, measure)).some((node) => node.item.badges)).toBe(false);
  });

  it('have one line for all that join the same two', () => {
    expect(closed.lines.map((line) => [line.from, line.to].sort().join(' ')).sort()).toEqual([
      'alone us',
      ...folds(closed)
        .map((node) => `${node.id} us`)
        .sort(),
    ]);
  });

  it('bring their own name instead of their members’', () => {
    const view = { w: 2400, h: 1800 };
    const { labels } = frameOf(closed, centered({ x: 0, y: 0 }, 1, view), view, attention());
    expect(labels.map((label) => label.lines[0]).sort()).toEqual(['North', 'North', 'Some name', 'South']);
  });
});

it('opens one group in place and leaves the others folded', () => {
  const open = fold({ opened: new Set(['South']) });
  expect(folds(open).map((node) => node.name)).toEqual(['North', 'North']);
  expect(open.nodes.get('south3')).toBe(scene.nodes.get('south3'));
});

it('counts only who is on the map', () => {
  const some = fold({ isShown: (node) => !node.id.endsWith('1') });
  expect(folds(some).find((node) => node.character === 'strategic')?.members).toHaveLength(18);
});

it('leaves a map without groups as it is', () => {
  expect(fold({ groupOf: new Map() })).toBe(scene);
});

it('lets members come out of their group', () => {
  const view = { w: 800, h: 600 };
  const stand = { camera: centered({ x: 0, y: 0 }, 0.4, view), view, attention: attention() };
  const closed = fold();
  const morph = Morph.between({ scene: closed, ...stand }, { scene: fold({ opened: new Set(['South']) }), ...stand });
  const home = folds(closed).find((node) => node.name === 'South');
  const member = morph
    ?.at(0, stand.camera)
    .nodes.find(({ item }) => item.type === 'node' && item.id === 'organization:south3')?.item;
  const [x, y] = member?.type === 'node' ? member.at : [NaN, NaN];
  expect(x).toBeCloseTo(home?.x ?? NaN);
  expect(y).toBeCloseTo(home?.y ?? NaN);
});
