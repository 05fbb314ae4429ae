/** A picture of the timeline seen nearer or farther than it was drawn for, until the one drawn for it has come. Pure. */

import type { DisplayList, Item } from '../../api/generated';

/** Everything moves apart sideways; what can be read keeps its size. */
export function stretched(list: DisplayList, factor: number): DisplayList {
  if (Math.abs(factor - 1) < 1e-4) return list;
  return { ...list, items: list.items.map((item) => wider(item, factor)) };
}

function wider(item: Item, factor: number): Item {
  switch (item.type) {
    case 'rect':
      return { ...item, rect: { ...item.rect, x: item.rect.x * factor, w: item.rect.w * factor } };
    case 'path':
      return { ...item, points: item.points.map(([x, y]) => [x * factor, y]) };
    case 'mark':
    case 'node':
    case 'label':
    case 'ellipse':
      return { ...item, at: [item.at[0] * factor, item.at[1]] };
  }
}
