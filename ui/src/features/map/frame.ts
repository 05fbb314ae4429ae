/** What one picture of the map holds: which lines, nodes and labels, how strongly. Pure, so that it can be tested. */

import type { Character, Rect } from '../../api/generated';
import { sizeFactor, toScreen, visible, type Camera, type Edges, type Size } from './camera';
import { overlap } from './box-index';
import { ASCENT, textRatio } from './edges';
import { LabelRanges } from './label-ranges';
import { insideFrom, panelsOf } from './panels';
import { neighbors, type LabelItem, type MapLabel, type MapLine, type MapNode, type Scene } from './scene';

/** What the person looks at and what they switched off. */
export interface Attention {
  hovered: string | null;
  selected: ReadonlySet<string>;
  hiddenKinds: ReadonlySet<string>;
  hiddenCharacters: ReadonlySet<Character>;
  /** Being dragged: painted elsewhere. */
  lifted: ReadonlySet<string>;
}

/** Everything but words, back to front. */
export interface Content {
  /** Lines and nodes that are dimmed while something is hovered. */
  quietLines: MapLine[];
  quietNodes: MapNode[];
  /** Lines that end at what is looked at. */
  loudLines: MapLine[];
  /** Lines and nodes in front. */
  lines: MapLine[];
  nodes: MapNode[];
  /** Something is hovered: what is quiet is dimmed. */
  dimmed: boolean;
  /** Pixels of a node's radius for each pixel of its list. */
  factor: number;
}

/** On the screen, in pixels, ready to be painted without a camera. */
export interface Words {
  quietLabels: LabelItem[];
  labels: LabelItem[];
}

export interface Frame extends Content, Words {}

/** In pixels around the view: what reaches into it though its middle lies outside. */
const MARGIN = 120;
/** A shape seldom fills the corners of its box; we ourselves have a ring around. */
const BODY = 0.88;
const BODY_US = 1.2;
/** Names of selected nodes stand below the ring around them. */
const HALO_ROOM = 5;

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
  return { ...contentOf(scene, camera, view, attention), ...wordsOf(scene, camera, view, attention, taken) };
}

/** How many things there are to paint. */
export function itemsIn(content: Content): number {
  const { quietLines, lines, loudLines, quietNodes, nodes } = content;
  return quietLines.length + lines.length + loudLines.length + quietNodes.length + nodes.length;
}

/** Shapes and lines in view. */
export function contentOf(scene: Scene, camera: Camera, view: Size, attention: Attention): Content {
  const area = visible(camera, view, MARGIN);
  const lit = litBy(scene, attention);
  const dimmed = attention.hovered !== null;
  const frame: Content = {
    quietLines: [],
    quietNodes: [],
    loudLines: [],
    lines: [],
    nodes: [],
    dimmed,
    factor: sizeFactor(camera.scale),
  };
  for (const node of scene.index.within(area)) {
    if (!isShown(node, attention) || attention.lifted.has(node.id)) continue;
    (lit.has(node.id) || !dimmed ? frame.nodes : frame.quietNodes).push(node);
  }
  // Larger ones first, so that a small node is never lost behind.
  frame.nodes.sort((a, b) => b.r - a.r);
  const shown = (id: string): boolean => {
    const node = scene.nodes.get(id);
    return node !== undefined && !attention.lifted.has(id) && isShown(node, attention);
  };
  const focus = attention.hovered === null ? attention.selected : new Set([attention.hovered]);
  for (const index of scene.lineIndex.within(area)) {
    const line = scene.lines[index];
    if (!line) continue;
    const touched = focus.has(line.from) || focus.has(line.to);
    if ((line.item.quiet && !touched) || !shown(line.from) || !shown(line.to)) continue;
    (touched ? frame.loudLines : dimmed ? frame.quietLines : frame.lines).push(line);
  }
  return frame;
}

/** The labels whose range the camera's scale lies in, in view. */
export function wordsOf(
  scene: Scene,
  camera: Camera,
  view: Size,
  attention: Attention,
  taken: readonly Rect[] = [],
): Words {
  const { scale } = camera;
  const { ranges, first } = rangesOf(scene, attention);
  const { raised, lit } = raisedBy(scene, attention);
  const screen: Rect = { x: -MARGIN, y: -MARGIN, w: view.w + 2 * MARGIN, h: view.h + 2 * MARGIN };
  const factor = sizeFactor(scale);
  const dimmed = attention.hovered !== null;
  const words: Words = { quietLabels: [], labels: [] };
  const add = (index: number): void => {
    const label = scene.labels[index];
    if (!label || !near(label, camera, screen)) return;
    const owner = label.node?.id ?? null;
    if (label.node && (attention.lifted.has(label.node.id) || !isShown(label.node, attention))) return;
    const item = onScreen(label, camera, factor);
    if (owner !== null && attention.selected.has(owner) && item.dy > 0) item.dy += HALO_ROOM;
    const box = boxOf(item);
    if (!overlap(box, screen) || taken.some((other) => overlap(other, box))) return;
    const loud = !dimmed || owner === null || lit.has(owner);
    (loud ? words.labels : words.quietLabels).push(item);
  };
  for (const [index, from] of raised) if (scale >= from) add(index);
  for (const index of first) {
    if ((ranges.from[index] ?? Infinity) > scale) break;
    if (!raised.has(index)) add(index);
  }
  return words;
}

/** How far the names of a map that is seen from there reach beyond the edges of the view. */
export function overhang(scene: Scene, camera: Camera, view: Size, attention: Attention): Edges {
  const { labels } = wordsOf(scene, camera, view, attention);
  const edges: Edges = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const label of labels) {
    const { x, y, w, h } = boxOf(label);
    edges.left = Math.max(edges.left, -x);
    edges.right = Math.max(edges.right, x + w - view.w);
    edges.top = Math.max(edges.top, -y);
    edges.bottom = Math.max(edges.bottom, y + h - view.h);
  }
  return edges;
}

/** The scale at which every name can be read. */
export function closestScale(scene: Scene, attention: Attention): number {
  return rangesOf(scene, attention).ranges.closest;
}

interface Ranges {
  kinds: Attention['hiddenKinds'];
  characters: Attention['hiddenCharacters'];
  ranges: LabelRanges;
  /** Indexes of labels by where their ranges begin. */
  first: readonly number[];
}

const known = new WeakMap<Scene, Ranges>();

/** Once for each scene and what is hidden in it. */
function rangesOf(scene: Scene, attention: Attention): Ranges {
  const before = known.get(scene);
  if (before?.kinds === attention.hiddenKinds && before.characters === attention.hiddenCharacters) return before;
  const nodes = [...scene.nodes.values()].filter((node) => isShown(node, attention));
  const places = new Map(nodes.map((node, index) => [node.id, index]));
  const panels = panelsOf(scene);
  const labels = scene.labels.map((label) => {
    const { node } = label;
    const item = { ...label.item, from_scale: Math.max(label.item.from_scale, insideFrom(panels, label)) };
    const owner = node ? (places.get(node.id) ?? -1) : -1;
    return { item, owner, rim: rimOf(item, node), drop: 0, absent: node !== null && owner < 0 };
  });
  const bodies = nodes.map(({ x, y, r, us }) => ({ x, y, r: r * (us ? BODY_US : BODY) }));
  const ranges = new LabelRanges(labels, bodies);
  const start = (index: number): number => ranges.from[index] ?? Infinity;
  const first = labels
    .map((_, index) => index)
    .filter((index) => start(index) < Infinity)
    .sort((a, b) => start(a) - start(b) || a - b);
  const answer = { kinds: attention.hiddenKinds, characters: attention.hiddenCharacters, ranges, first };
  known.set(scene, answer);
  return answer;
}

interface Raised {
  hovered: Attention['hovered'];
  selected: Attention['selected'];
  lit: ReadonlySet<string>;
  raised: ReadonlyMap<number, number>;
}

const raisedFor = new WeakMap<Ranges, Raised>();
/** More neighbors than this are a crowd of their own: the rest of them show where they would anyway. */
const LIT_MOST = 250;

/** The hovered one's and the selected ones' names are always shown, their neighbors' go before all others. */
function raisedBy(scene: Scene, attention: Attention): Raised {
  const { hovered, selected } = attention;
  const ranges = rangesOf(scene, attention);
  const before = raisedFor.get(ranges);
  if (before && before.hovered === hovered && before.selected === selected) return before;
  const lit = litBy(scene, attention);
  const [focus, beside, others]: number[][] = [[], [], []];
  scene.labels.forEach(({ node }, index) => {
    if (!node || !isShown(node, attention)) return;
    if (node.id === hovered) focus?.push(index);
    else if (selected.has(node.id)) others?.push(index);
    else if (lit.has(node.id) && (beside?.length ?? 0) < LIT_MOST) beside?.push(index);
  });
  const raised = ranges.ranges.raised([...(focus ?? []), ...(others ?? [])], beside ?? [], HALO_ROOM);
  const answer = { hovered, selected, lit, raised };
  raisedFor.set(ranges, answer);
  return answer;
}

/** The hovered one, the selected ones and whoever a line joins to them. */
export function litBy(scene: Scene, attention: Attention): Set<string> {
  const lit = new Set(attention.hovered === null ? attention.selected : [attention.hovered]);
  for (const id of [...lit]) for (const other of neighbors(scene, id)) lit.add(other);
  return lit;
}

/** A cheap look before a label is worked out: its anchor lies not farther from the view than it is wide. */
function near({ item }: MapLabel, camera: Camera, screen: Rect): boolean {
  const x = item.at[0] * camera.scale + camera.x;
  const y = item.at[1] * camera.scale + camera.y;
  const [w, h] = [item.size[0], item.size[1] + Math.abs(item.dy)];
  return x > screen.x - w && x < screen.x + screen.w + w && y > screen.y - h && y < screen.y + screen.h + h;
}

/** What lies between a node's center and its rim, of the distance to its label's baseline. */
function rimOf(item: LabelItem, node: MapNode | null): number {
  return node ? Math.min(node.r, Math.abs(item.dy)) * Math.sign(item.dy) : 0;
}

/** Text keeps its size on the screen down to what can be read, while its node shrinks with the scale. */
export function onScreen({ item, node }: MapLabel, camera: Camera, factor: number): LabelItem {
  const ratio = textRatio(item.font_size, factor);
  const at = toScreen(camera, { x: item.at[0], y: item.at[1] });
  const rim = rimOf(item, node);
  return {
    ...item,
    at: [at.x, at.y],
    dx: item.dx * ratio,
    dy: rim * factor + (item.dy - rim) * ratio,
    size: [item.size[0] * ratio, item.size[1] * ratio],
    font_size: item.font_size * ratio,
  };
}

/** Where a label's text lies. `dy` is its first baseline. */
export function boxOf(item: LabelItem): Rect {
  const [w, h] = item.size;
  const x = item.at[0] + item.dx - (item.align === 'center' ? w / 2 : item.align === 'end' ? w : 0);
  return { x, y: item.at[1] + item.dy - item.font_size * ASCENT, w, h };
}
