import { expect, it } from 'vitest';
import type { DisplayList, Item } from '../../api/generated';
import { between, heights } from './cull';

it('keeps what can be in sight', () => {
  const bar = (y: number): Item => ({
    type: 'rect',
    id: `motion:${y}`,
    rect: { x: 0, y, w: 10, h: 14 },
    radius: 4,
    fill: null,
    hatch: null,
    stroke: null,
  });
  const today: Item = {
    type: 'path',
    id: null,
    points: [
      [5, 0],
      [5, 9000],
    ],
    bend: null,
    fill: null,
    stroke: null,
    arrow: false,
    trim: [0, 0],
    quiet: false,
  };
  const list: DisplayList = {
    bounds: { x: 0, y: 0, w: 10, h: 9000 },
    alt: '',
    items: [bar(0), bar(980), bar(1500), bar(3000), today],
  };
  const seen = between(list, heights(list.items), 1000, 2000).items;
  expect(seen.map((item) => (item.type === 'rect' ? item.rect.y : 'today'))).toEqual([980, 1500, 'today']);
});
