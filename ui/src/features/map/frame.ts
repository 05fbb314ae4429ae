/** What one picture of the map holds: which lines, nodes and labels, how strongly. Pure, so that it can be tested. */

import type { Character, Rect } from '../../api/generated';
import { sizeFactor, toScreen, visible, type Camera, type Size } from './camera';
import { declutter, overlap, type LabelBox, type Obstacle } from './declutter';
import { neighbors, type LabelItem, type MapLabel, type MapLine, type MapNode, type Scene } from './scene';

/** What the person looks at and what they switched off. */
export interface Attention {
  hovered: string | null;
  selected: ReadonlySet<string>;
  hiddenKinds: ReadonlySet<string>;
  hiddenCharacters: ReadonlySet<Character>;
  /** Being dragged: painted elsewhere. */
  lifted: string | null;
}

export interface Frame {
  /** Lines and nodes that are dimmed while something is hovered. */
  quietLines: MapLine[];
  quietNodes: MapNode[];
  /** Lines that end at what is looked at. */
  loudLines: MapLine[];
  /** Lines and nodes in front. */
  lines: MapLine[];
  nodes: MapNode[];
  /** On the screen, in pixels, ready to be painted without a camera. */
  quietLabels: LabelItem[];
  labels: LabelItem[];
  /** Something is hovered: what is quiet is dimmed. */
  dimmed: boolean;
  /** Pixels of a node's radius for each pixel of its list. */
  factor: number;
}

/** Nothing smaller than this on a screen, and headings no larger than that. */
const SMALLEST_TEXT = 11;
const LARGEST_TEXT = 14;
const MARGIN = 80;
/** A shape seldom fills the corners of its box. */
const BODY = 0.88;
/** Names of selected nodes stand below the ring around them. */
const HALO_ROOM = 5;
/** Owns nothing that a label could belong to. */
const WORDS = '';

export function isShown(node: MapNode, attention: Attention): boolean {
  return node.us || (!attention.hiddenKinds.has(node.kind) && !attention.hiddenCharacters.has(node.character));
}

/** `taken` is on the screen already, in pixels: words on lines, which labels must leave free. */
export function frameOf(
  scene: Scene,
  camera: Camera,
  view: Size,
  attention: Attention,
  taken: readonly Rect[] = [],
): Frame {
  const area = visible(camera, view, MARGIN);
  const factor = sizeFactor(camera.scale);
  const lit = litBy(scene, attention);
  const focus = attention.hovered === null ? attention.selected : new Set([attention.hovered]);
  const frame: Frame = {
    quietLines: [],
    quietNodes: [],
    loudLines: [],
    lines: [],
    nodes: [],
    quietLabels: [],
    labels: [],
    dimmed: attention.hovered !== null,
    factor,
  };
  for (const node of scene.index.within(area)) {
    if (!isShown(node, attention) || node.id === attention.lifted) continue;
    (lit.has(node.id) || !frame.dimmed ? frame.nodes : frame.quietNodes).push(node);
  }
  // Larger ones first, so that a small node is never lost behind.
  frame.nodes.sort((a, b) => b.r - a.r);
  const shown = (id: string): boolean => {
    const node = scene.nodes.get(id);
    return node !== undefined && id !== attention.lifted && isShown(node, attention);
  };
  for (const line of scene.lines) {
    const touched = focus.has(line.from) || focus.has(line.to);
    if ((line.item.quiet && !touched) || !touches(line.box, area) || !shown(line.from) || !shown(line.to)) continue;
    (touched ? frame.loudLines : frame.dimmed ? frame.quietLines : frame.lines).push(line);
  }
  placeLabels(scene, camera, view, attention, lit, taken, frame);
  return frame;
}

/** The hovered one, the selected ones and whoever a line joins to them. */
export function litBy(scene: Scene, attention: Attention): Set<string> {
  const lit = new Set(attention.hovered === null ? attention.selected : [attention.hovered]);
  for (const id of [...lit]) for (const other of neighbors(scene, id)) lit.add(other);
  return lit;
}

/** A straight line has a box without area, which still can be seen. */
function touches(box: Rect, area: Rect): boolean {
  return overlap({ x: box.x - 1, y: box.y - 1, w: box.w + 2, h: box.h + 2 }, area);
}

function placeLabels(
  scene: Scene,
  camera: Camera,
  view: Size,
  attention: Attention,
  lit: ReadonlySet<string>,
  taken: readonly Rect[],
  frame: Frame,
): void {
  const screen: Rect = { x: -MARGIN, y: -MARGIN, w: view.w + 2 * MARGIN, h: view.h + 2 * MARGIN };
  const candidates: { item: LabelItem; lit: boolean }[] = [];
  const boxes: LabelBox[] = [];
  for (const label of scene.labels) {
    if (label.node && (!isShown(label.node, attention) || label.node.id === attention.lifted)) continue;
    if (!near(label, camera, screen)) continue;
    const owner = label.node?.id ?? null;
    const isLit = owner !== null && lit.has(owner);
    const selected = owner !== null && attention.selected.has(owner);
    const wanted = selected || (owner !== null && owner === attention.hovered) || label.node?.us === true;
    if (camera.scale < label.item.from_scale && !wanted) continue;
    const item = onScreen(label, camera, frame.factor);
    if (selected && item.dy > 0) item.dy += HALO_ROOM;
    const box = boxOf(item);
    if (!overlap(box, screen)) continue;
    boxes.push({ ...box, owner, wanted, priority: rank(item.priority, owner, isLit, attention) });
    candidates.push({ item, lit: owner === null ? !frame.dimmed : isLit || !frame.dimmed });
  }
  const obstacles: Obstacle[] = [...frame.nodes, ...frame.quietNodes].map((node) => {
    const at = toScreen(camera, node);
    const r = node.r * frame.factor * BODY;
    return { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r, owner: node.id };
  });
  // Where text is larger than the picture was laid out for, the zones' captions keep their room.
  if (frame.factor < 1) {
    for (const [index, box] of boxes.entries()) {
      if (box.owner === null && candidates[index]?.item.priority === 0) obstacles.push({ ...box, owner: WORDS });
    }
  }
  obstacles.push(...taken.map((box) => ({ ...box, owner: WORDS })));
  for (const index of declutter(boxes, obstacles)) {
    const found = candidates[index];
    if (found) (found.lit ? frame.labels : frame.quietLabels).push(found.item);
  }
}

/** A cheap look before a label is worked out: its anchor lies not farther from the view than it is wide. */
function near({ item }: MapLabel, camera: Camera, screen: Rect): boolean {
  const x = item.at[0] * camera.scale + camera.x;
  const y = item.at[1] * camera.scale + camera.y;
  const [w, h] = [item.size[0], item.size[1] + Math.abs(item.dy)];
  return x > screen.x - w && x < screen.x + screen.w + w && y > screen.y - h && y < screen.y + screen.h + h;
}

/** The hovered one, then the selected, then their neighbors, then as the list says. What is 0 stays 0. */
function rank(priority: number, owner: string | null, isLit: boolean, attention: Attention): number {
  if (priority === 0 || owner === null) return priority;
  if (owner === attention.hovered) return priority + 4e9;
  if (attention.selected.has(owner)) return priority + 3e9;
  return isLit ? priority + 2e9 : priority;
}

/** Text keeps its size on the screen down to what can be read, while its node shrinks with the scale. */
export function onScreen(label: MapLabel, camera: Camera, factor: number): LabelItem {
  const { item, node } = label;
  const wanted = Math.max(Math.min(item.font_size, SMALLEST_TEXT), item.font_size * factor);
  const size = Math.min(LARGEST_TEXT, wanted);
  const ratio = size / item.font_size;
  const at = toScreen(camera, { x: item.at[0], y: item.at[1] });
  // What lies between the node's center and its rim shrinks with the node, the rest with the text.
  const rim = node ? Math.min(node.r, Math.abs(item.dy)) * Math.sign(item.dy) : 0;
  return {
    ...item,
    at: [at.x, at.y],
    dx: item.dx * ratio,
    dy: rim * factor + (item.dy - rim) * ratio,
    size: [item.size[0] * ratio, item.size[1] * ratio],
    font_size: size,
  };
}

/** Where a label's text lies. `dy` is its first baseline. */
export function boxOf(item: LabelItem): Rect {
  const [w, h] = item.size;
  const x = item.at[0] + item.dx - (item.align === 'center' ? w / 2 : item.align === 'end' ? w : 0);
  return { x, y: item.at[1] + item.dy - item.font_size * ASCENT, w, h };
}

/** Inter's ascent above the baseline, as a share of its size. */
const ASCENT = 0.97;
