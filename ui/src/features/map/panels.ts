/**
 * The panels outside the zones, "Not placed yet" and who has no line to us: a waiting room keeps its names inside. Words
 * keep a readable size while a panel shrinks with the picture, so that seen from far a name waits until it fits in.
 */

import type { Item } from '../../api/generated';
import { ASCENT, SMALLEST_TEXT } from './edges';
import type { MapLabel, Scene } from './scene';

type RectItem = Extract<Item, { type: 'rect' }>;

const PANELS = ['tray', 'outside'];

export function panelsOf(scene: Scene): RectItem[] {
  return scene.ground.filter((item): item is RectItem => item.type === 'rect' && PANELS.includes(item.id ?? ''));
}

/** The scale from which a label does not reach out of the panel that its node lies in; 0 where there is none. */
export function insideFrom(panels: readonly RectItem[], { item, node }: MapLabel): number {
  const panel = node && panels.find(({ rect: { x, y, w, h } }) => within(node.x, x, w) && within(node.y, y, h));
  if (!panel || item.align !== 'center') return 0;
  const { x, y, w, h } = panel.rect;
  const smallest = Math.min(1, SMALLEST_TEXT / item.font_size);
  const rim = Math.min(node.r, item.dy);
  const half = (item.size[0] * smallest) / 2;
  const below = (item.dy - rim - item.font_size * ASCENT + item.size[1]) * smallest;
  const needed = Math.max(half / (node.x - x), half / (x + w - node.x), below / (y + h - node.y - rim));
  // From there on words grow with the panel, and at full size they have their place.
  return needed > 0 && needed < smallest ? needed : smallest;
}

function within(value: number, from: number, length: number): boolean {
  return value > from && value < from + length;
}
