/** Paints one picture of the map with the shared painter: what lies where is decided before, in `frame` and `scene`. */

import type { Character, Item, Paint } from '../../api/generated';
import { numberText } from '../../shared/format';
import { paintList, shapePath, type PaintOptions, type PaintTheme } from '../../shared/paint';
import type { Camera, Point, Size } from './camera';
import { toScreen } from './camera';
import { isShown, type Attention, type Content, type Words } from './frame';
import type { Passage } from './morph';
import type { MapNode, Scene } from './scene';
import type { LineWord } from './words-on-lines';

export interface Look {
  scene: Scene;
  camera: Camera;
  view: Size;
  theme: PaintTheme;
  selected: ReadonlySet<string>;
}

/** How much of a thing is left while something else is in focus (tokens `--edge-dim`, `--node-dim`). */
const DIM_LINE = 0.12;
const DIM_NODE = 0.28;
const HALO = 7;
const FAMILY = '"Inter Picture", "Inter", sans-serif';

/** Items between two looks at the clock. */
const STEP = 48;

/** Everything but words, on an empty canvas; can be left and gone on with after every step. */
export function* contentSteps(context: CanvasRenderingContext2D, look: Look, content: Content): Generator<void> {
  const { scene, view } = look;
  context.clearRect(0, 0, view.w, view.h);
  paint(context, scene.ground, look, 1);
  yield;
  yield* steps(context, look, content.quietLines, ({ item }) => item, DIM_LINE);
  yield* steps(context, look, content.lines, ({ item }) => item, 1);
  yield* steps(context, look, content.loudLines, (line) => line.loud, 1);
  yield* steps(context, look, content.quietNodes, ({ item }) => item, DIM_NODE);
  for (const node of content.nodes) if (look.selected.has(node.id)) paintHalo(context, look, node, content.factor);
  yield* steps(context, look, content.nodes, ({ item }) => item, 1);
  for (const node of content.quietNodes) paintCount(context, look, node, content.factor, DIM_NODE);
  for (const node of content.nodes) paintCount(context, look, node, content.factor, 1);
}

/** The same at once. */
export function paintContent(context: CanvasRenderingContext2D, look: Look, content: Content): void {
  const painting = contentSteps(context, look, content);
  while (!painting.next().done);
}

function* steps<T>(
  context: CanvasRenderingContext2D,
  look: Look,
  list: readonly T[],
  itemOf: (each: T) => Item,
  alpha: number,
): Generator<void> {
  for (let first = 0; first < list.length; first += STEP) {
    paint(context, list.slice(first, first + STEP).map(itemOf), look, alpha);
    yield;
  }
}

/** Labels and the words on lines, over the content. */
export function paintWords(
  context: CanvasRenderingContext2D,
  look: Look,
  words: Words,
  onLines: readonly LineWord[],
): void {
  const plain = { ...look, camera: { scale: 1, x: 0, y: 0 } };
  paint(context, words.quietLabels, plain, DIM_NODE);
  paint(context, words.labels, plain, 1);
  for (const word of onLines) paintWord(context, look.theme, word);
}

/** The map on its way from one picture to the next, on an empty canvas. */
export function paintPassage(context: CanvasRenderingContext2D, look: Look, passage: Passage, before: Camera): void {
  const { view } = look;
  context.clearRect(0, 0, view.w, view.h);
  paint(context, passage.oldGround, { ...look, camera: before }, 1 - passage.share);
  paint(context, passage.newGround, look, passage.share);
  for (const faded of [passage.lines, passage.nodes]) {
    paint(
      context,
      faded.map(({ item }) => item),
      look,
      (_, index) => faded[index]?.alpha ?? 0,
    );
  }
  paint(
    context,
    passage.labels.map(({ item }) => item),
    { ...look, camera: { scale: 1, x: 0, y: 0 } },
    (_, index) => passage.labels[index]?.alpha ?? 0,
  );
}

/** A line being drawn from a node to the pointer, or to the node that it would reach. */
export function paintConnecting(
  context: CanvasRenderingContext2D,
  look: Look,
  from: MapNode,
  to: Point,
  target: MapNode | null,
  factor: number,
): void {
  const start = toScreen(look.camera, from);
  const end = target ? toScreen(look.camera, target) : to;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.setLineDash([6, 4]);
  context.lineWidth = 2;
  context.strokeStyle = look.theme.css(plain('focus'));
  context.stroke();
  context.setLineDash([]);
  for (const node of target ? [from, target] : [from]) {
    paintHalo(context, look, node, factor);
    paint(context, [node.item], look, 1);
  }
}

/** The ring around a node from which a relationship can be drawn. */
export function paintEdge(context: CanvasRenderingContext2D, look: Look, node: MapNode, factor: number): void {
  const at = toScreen(look.camera, node);
  context.beginPath();
  context.arc(at.x, at.y, node.r * factor + HALO - 1, 0, Math.PI * 2);
  context.setLineDash([3, 3]);
  context.lineWidth = 1.5;
  context.strokeStyle = look.theme.css(plain('focus'));
  context.stroke();
  context.setLineDash([]);
}

const SMALLEST_COUNT = 8;

/** How many a folded group stands for. */
function paintCount(context: CanvasRenderingContext2D, look: Look, node: MapNode, factor: number, alpha: number): void {
  if (!node.members) return;
  const text = numberText(node.members.length);
  const size = Math.min(14, (node.r * factor * 1.5) / Math.max(1.4, text.length * 0.62));
  if (size < SMALLEST_COUNT) return;
  const at = toScreen(look.camera, node);
  context.globalAlpha = alpha;
  context.font = `620 ${size}px ${FAMILY}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = look.theme.css(node.item.glyph_color);
  context.fillText(text, at.x, at.y + size * 0.36);
  context.globalAlpha = 1;
}

/** The whole map as dots on its zones. */
export function paintMini(
  context: CanvasRenderingContext2D,
  look: Omit<Look, 'selected'>,
  hidden: Pick<Attention, 'hiddenKinds' | 'hiddenCharacters'>,
): void {
  const { scene, camera, view, theme } = look;
  context.clearRect(0, 0, view.w, view.h);
  paint(context, scene.ground, { ...look, selected: new Set() }, 1);
  const shown = { ...hidden, hovered: null, selected: new Set<string>(), lifted: new Set<string>() };
  for (const node of scene.nodes.values()) {
    if (!isShown(node, shown)) continue;
    const at = toScreen(camera, node);
    const side = node.us ? 5 : Math.max(1.5, 2 * node.r * camera.scale);
    context.fillStyle = theme.css(node.us ? node.item.fill : node.item.stroke.paint);
    context.fillRect(at.x - side / 2, at.y - side / 2, side, side);
  }
}

function paintHalo(context: CanvasRenderingContext2D, look: Look, node: MapNode, factor: number): void {
  const at = toScreen(look.camera, node);
  context.beginPath();
  const r = node.r * factor + HALO;
  if (node.us) context.arc(at.x, at.y, r + 4, 0, Math.PI * 2);
  else shapePath(context, 'circle', at.x, at.y, node.item.shape === 'triangle' ? r * 1.25 : r * 1.12);
  context.fillStyle = look.theme.css(plain('surface'));
  context.fill();
  context.setLineDash([]);
  context.lineWidth = 2;
  context.strokeStyle = look.theme.css(plain('select'));
  context.stroke();
}

const WORD_LOOKS: Record<Character, { line: string; text: string; dash: number[] }> = {
  strategic: { line: 'strategy', text: 'strategy-text', dash: [] },
  ecotone: { line: 'ecotone', text: 'ecotone', dash: [6, 3] },
  transactional: { line: 'tactic', text: 'tactic-text', dash: [3, 3] },
  unknown: { line: 'line-3', text: 'text-2', dash: [] },
};
export const WORD_FONT = `520 11px ${FAMILY}`;

function paintWord(context: CanvasRenderingContext2D, theme: PaintTheme, word: LineWord): void {
  const look = WORD_LOOKS[word.character];
  context.beginPath();
  context.roundRect(word.x, word.y, word.w, word.h, word.h / 2);
  context.fillStyle = theme.css(plain('surface'));
  context.fill();
  context.lineWidth = 1;
  context.setLineDash(look.dash);
  context.strokeStyle = theme.css(plain(look.line));
  context.stroke();
  context.setLineDash([]);
  context.font = WORD_FONT;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = theme.css(plain(look.text));
  context.fillText(word.text, word.x + word.w / 2, word.y + word.h / 2 + 4);
}

function paint(
  context: CanvasRenderingContext2D,
  items: Item[],
  look: Look,
  alpha: number | ((item: Item, index: number) => number),
): void {
  if (items.length === 0) return;
  const { camera, view, theme, scene } = look;
  const options: PaintOptions = {
    scale: camera.scale,
    offset: [camera.x, camera.y],
    theme,
    view: { width: view.w, height: view.h },
    alpha: typeof alpha === 'number' ? () => alpha : alpha,
  };
  paintList(context, { bounds: scene.bounds, alt: '', items }, options);
}

function plain(color: string): Paint {
  return { color, opacity: 1, mix: 1 };
}
