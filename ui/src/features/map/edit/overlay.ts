/** What the hand draws over the map: a box, a lasso, several partners on their way, where a line may begin. */

import type { Paint } from '../../../api/generated';
import { paintList } from '../../../shared/paint';
import type { Point } from '../camera';
import { toScreen } from '../camera';
import { onScreen } from '../frame';
import type { Look } from '../painter';
import type { MapNode } from '../scene';
import type { InHand } from './moves';
import { boxBetween } from './area';

/** More lines than this in the hand are a thicket that hides where it goes. */
const LINES_MOST = 400;
/** In pixels outside a node. */
const RING = 6;

export function paintBox(context: CanvasRenderingContext2D, { theme }: Look, from: Point, to: Point): void {
  const { x, y, w, h } = boxBetween(from, to);
  context.beginPath();
  context.rect(x + 0.5, y + 0.5, w, h);
  area(context, theme.css(plain('select', 0.1)), theme.css(plain('select')));
}

export function paintLasso(context: CanvasRenderingContext2D, { theme }: Look, line: readonly Point[]): void {
  const [first, ...rest] = line;
  if (!first) return;
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of rest) context.lineTo(x, y);
  context.closePath();
  area(context, theme.css(plain('select', 0.1)), theme.css(plain('select')));
}

/** Partners in the hand with their lines and labels, each with the ring of the selected. */
export function paintInHand(context: CanvasRenderingContext2D, look: Look, up: InHand, factor: number): void {
  const { camera, view, theme, scene } = look;
  const list = (items: Parameters<typeof paintList>[1]['items'], scale: number, offset: [number, number]): void => {
    const options = { scale, offset, theme, view: { width: view.w, height: view.h }, alpha: () => 1 };
    paintList(context, { bounds: scene.bounds, alt: '', items }, options);
  };
  const at: [number, number] = [camera.x, camera.y];
  if (up.lines.length <= LINES_MOST)
    list(
      up.lines.map((line) => line.loud),
      camera.scale,
      at,
    );
  for (const node of up.nodes) {
    const place = toScreen(camera, node);
    context.beginPath();
    context.arc(place.x, place.y, node.r * factor + RING, 0, Math.PI * 2);
    context.fillStyle = theme.css(plain('surface'));
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = theme.css(plain('select'));
    context.stroke();
  }
  list(
    up.nodes.map(({ item }) => item),
    camera.scale,
    at,
  );
  list(
    up.labels.map((label) => onScreen(label, camera, factor)),
    1,
    [0, 0],
  );
}

/** The small handle at a node's rim from which a relationship is drawn: on the side where the pointer is. */
export function paintHandle(
  context: CanvasRenderingContext2D,
  look: Look,
  node: MapNode,
  factor: number,
  to: Point,
): void {
  const at = toScreen(look.camera, node);
  const away = Math.hypot(to.x - at.x, to.y - at.y) || 1;
  const rim = node.r * factor + RING;
  const [x, y] = [at.x + ((to.x - at.x) / away) * rim, at.y + ((to.y - at.y) / away) * rim];
  context.beginPath();
  context.arc(x, y, 6, 0, Math.PI * 2);
  context.fillStyle = look.theme.css(plain('focus'));
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = look.theme.css(plain('surface'));
  context.stroke();
  context.beginPath();
  context.moveTo(x - 3, y);
  context.lineTo(x + 3, y);
  context.moveTo(x, y - 3);
  context.lineTo(x, y + 3);
  context.stroke();
}

function area(context: CanvasRenderingContext2D, fill: string, line: string): void {
  context.fillStyle = fill;
  context.fill();
  context.setLineDash([4, 3]);
  context.lineWidth = 1.25;
  context.strokeStyle = line;
  context.stroke();
  context.setLineDash([]);
}

function plain(color: string, opacity = 1): Paint {
  return { color, opacity, mix: 1 };
}
