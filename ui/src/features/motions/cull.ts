/** Which items of a picture can be in sight between two heights: a plan is many times as high as the view. Pure. */

import type { DisplayList, Item } from '../../api/generated';

/** How far marks, arrow heads and letters reach beyond the points that they are tied to, in pixels. */
const REACH = 24;

/** The items' highest and lowest points, two numbers for each. */
export function heights(items: readonly Item[]): Float32Array {
  const spans = new Float32Array(items.length * 2);
  items.forEach((item, index) => {
    const [top, bottom] = span(item);
    spans[index * 2] = top - REACH;
    spans[index * 2 + 1] = bottom + REACH;
  });
  return spans;
}

/** The same picture without what lies above or below. */
export function between(list: DisplayList, spans: Float32Array, top: number, bottom: number): DisplayList {
  const items = list.items.filter((_, index) => {
    const [first = 0, last = 0] = [spans[index * 2], spans[index * 2 + 1]];
    return last >= top && first <= bottom;
  });
  return { ...list, items };
}

function span(item: Item): [number, number] {
  if (item.type === 'rect') return [item.rect.y, item.rect.y + item.rect.h];
  if (item.type !== 'path') return [item.at[1], item.at[1]];
  const heights = item.points.map(([, y]) => y);
  return [Math.min(...heights), Math.max(...heights)];
}
