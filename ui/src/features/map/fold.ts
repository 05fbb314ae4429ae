/**
 * A large map with its groups folded: the members of a group that share a character become one node with a count.
 * By character, because a place says how deep a relationship is: members of the core are never shown at the edge.
 * Pure: made from the scene and from who is in which group.
 */

import type { Character, Item } from '../../api/generated';
import { BoxIndex } from './box-index';
import { byEnd, lineBetween, type MapLabel, type MapLine, type MapNode, type NodeItem, type Scene } from './scene';
import { SpatialIndex } from './spatial';

/** Above so many partners groups may fold. */
export const FOLDS_ABOVE = 150;
/** Fewer are no crowd. */
const MEMBERS_LEAST = 3;
/** Pixels: a count must find room in the smallest, and the largest must leave room for others. */
const RADIUS = { least: 11, most: 110 };
/** Places that are tried for a fold. */
const CANDIDATES = 40;
const GAP = 3;
const FONT = { size: 12, weight: 620, line: 15, ascent: 0.97, gap: 4 };
/** Above the names of single partners: it speaks for many. */
const PRIORITY = 8_000;

export type Measure = (text: string, fontSize: number, weight: number) => number;

interface Fold {
  id: string;
  group: string;
  members: [MapNode, ...MapNode[]];
}

/** Who is in which group, which groups stay unfolded, and who is on the map at all. */
export interface Groups {
  groupOf: ReadonlyMap<string, string>;
  opened: ReadonlySet<string>;
  isShown: (node: MapNode) => boolean;
}

export function folded(scene: Scene, groups: Groups, measure: Measure): Scene {
  const folds = foldsOf(scene, groups);
  if (folds.length === 0) return scene;
  const foldedIn = new Map(folds.flatMap((fold) => fold.members.map(({ id }): [string, string] => [id, fold.id])));
  const nodes = new Map([...scene.nodes].filter(([id]) => !foldedIn.has(id)));
  const labels = scene.labels.filter(({ node }) => node === null || !foldedIn.has(node.id));
  const taken = [...nodes.values()];
  // The largest first: they need the most room.
  for (const fold of folds.sort((a, b) => b.members.length - a.members.length)) {
    const node = placed(scene, fold, taken);
    taken.push(node);
    nodes.set(fold.id, node);
    labels.push(labelOf(node, fold, measure));
  }
  const lines = linesOf(scene, nodes, foldedIn);
  return {
    ...scene,
    // Another list: what folds and unfolds is seen to move.
    list: { ...scene.list },
    nodes,
    lines,
    labels: labels.map((label) => (label.node ? { ...label, node: nodes.get(label.node.id) ?? null } : label)),
    linesOf: byEnd(lines),
    index: new SpatialIndex([...nodes.values()]),
    lineIndex: new BoxIndex(lines.map(({ box }) => box)),
    foldedIn,
  };
}

function foldsOf(scene: Scene, { groupOf, opened, isShown }: Groups): Fold[] {
  const folds = new Map<string, Fold>();
  for (const node of scene.nodes.values()) {
    const group = groupOf.get(node.id);
    if (node.us || group === undefined || opened.has(group) || !isShown(node)) continue;
    const id = `fold:${node.character}:${fieldOf(scene.ground, node)}:${group}`;
    const fold = folds.get(id);
    if (fold) fold.members.push(node);
    else folds.set(id, { id, group, members: [node] });
  }
  return [...folds.values()].filter(({ members }) => members.length >= MEMBERS_LEAST);
}

/**
 * In the place of the member that leaves the most room, up to the area of all members together; of several the one
 * nearest to the middle. So no other node is covered, and no zone's bound crossed.
 */
function placed(scene: Scene, fold: Fold, taken: readonly MapNode[]): MapNode {
  const { members } = fold;
  const area = members.reduce((sum, { r }) => sum + r * r, 0);
  const wanted = Math.min(RADIUS.most, Math.max(RADIUS.least, Math.sqrt(area)));
  const middle = {
    x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
    y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
  };
  const every = Math.ceil(members.length / CANDIDATES);
  const places = members
    .filter((_, index) => index % every === 0)
    .map((node) => ({
      node,
      r: roomAt(scene, node, taken, wanted),
      away: Math.hypot(node.x - middle.x, node.y - middle.y),
    }));
  const better = (a: Place, b: Place): Place => (b.r > a.r + 1 || (b.r > a.r - 1 && b.away < a.away) ? b : a);
  const first: Place = { node: members[0], r: members[0].r, away: Infinity };
  const { node, r } = places.reduce(better, first);
  return nodeOf(fold, node, r);
}

interface Place {
  node: MapNode;
  r: number;
  away: number;
}

function roomAt(scene: Scene, node: MapNode, taken: readonly MapNode[], wanted: number): number {
  let r = Math.min(wanted, toBound(scene.ground, node) - GAP);
  for (const other of taken) r = Math.min(r, Math.hypot(other.x - node.x, other.y - node.y) - other.r - GAP);
  return Math.max(r, node.r);
}

/** Which of the panels outside the zones holds a node; -1 for none. */
function fieldOf(ground: readonly Item[], { x, y }: MapNode): number {
  return ground.findIndex(
    (item) =>
      item.type === 'rect' &&
      x >= item.rect.x &&
      x <= item.rect.x + item.rect.w &&
      y >= item.rect.y &&
      y <= item.rect.y + item.rect.h,
  );
}

/**
 * At least how far the nearest bound of a zone or panel is: an ellipse's form changes by 1 over at least its smaller
 * radius.
 */
function toBound(ground: readonly Item[], { x, y }: MapNode): number {
  const distances = ground.map((item) => {
    if (item.type === 'rect') {
      const { x: left, y: top, w, h } = item.rect;
      const [beside, above] = [Math.max(left - x, x - left - w), Math.max(top - y, y - top - h)];
      return Math.abs(Math.max(beside, above));
    }
    if (item.type !== 'ellipse') return Infinity;
    const form = Math.hypot((x - item.at[0]) / item.rx, (y - item.at[1]) / item.ry);
    return Math.abs(form - 1) * Math.min(item.rx, item.ry);
  });
  return Math.min(Infinity, ...distances);
}

const PLAIN = { opacity: 1, mix: 1 };

/** Looks like its members where these are of one kind, else like none of them. */
function nodeOf({ id, group, members }: Fold, place: MapNode, r: number): MapNode {
  const alike = members.every((node) => node.kind === place.kind);
  // No badge, logo or change: these say something of one partner.
  const { type, at, shape, fill, stroke, glyph_color } = place.item;
  const look: NodeItem = {
    type,
    id,
    name: group,
    at,
    shape,
    r,
    fill,
    stroke: { ...stroke, dash: [] },
    glyph: 'none',
    glyph_color,
  };
  if (!alike) {
    look.shape = 'circle';
    look.fill = { ...PLAIN, color: 'surface-2' };
    look.glyph_color = { ...PLAIN, color: 'text' };
    look.stroke.paint = { ...PLAIN, color: 'line-3' };
  }
  const ids = members.map((node) => node.id);
  return { ...place, id, item: look, r, kind: alike ? place.kind : '', name: group, relationships: '', members: ids };
}

function labelOf(node: MapNode, { group, members }: Fold, measure: Measure): MapLabel {
  const text = fitted(group, measure);
  const baseline = node.r + FONT.gap + FONT.size * FONT.ascent;
  return {
    node,
    item: {
      type: 'label',
      id: node.id,
      at: [node.x, node.y],
      dx: 0,
      dy: baseline,
      lines: [text],
      size: [measure(text, FONT.size, FONT.weight), FONT.line],
      align: 'center',
      font_size: FONT.size,
      weight: FONT.weight,
      color: { color: 'text', opacity: 1, mix: 1 },
      halo: true,
      from_scale: 0,
      priority: PRIORITY + Math.min(999, members.length),
    },
  };
}

const WIDEST = 150;

function fitted(text: string, measure: Measure): string {
  if (measure(text, FONT.size, FONT.weight) <= WIDEST) return text;
  const letters = [...text];
  let count = letters.length;
  while (count > 1 && measure(`${letters.slice(0, count).join('')}…`, FONT.size, FONT.weight) > WIDEST) count -= 1;
  return `${letters.slice(0, count).join('').trimEnd()}…`;
}

/** One line for all that join the same two, as the strongest of them looks; lines within a fold are gone. */
function linesOf(scene: Scene, nodes: ReadonlyMap<string, MapNode>, foldedIn: ReadonlyMap<string, string>): MapLine[] {
  const kept: MapLine[] = [];
  const joined = new Map<string, MapLine[]>();
  for (const line of scene.lines) {
    const [from, to] = [foldedIn.get(line.from) ?? line.from, foldedIn.get(line.to) ?? line.to];
    if (from === line.from && to === line.to) kept.push(line);
    if (from === to || (from === line.from && to === line.to)) continue;
    const key = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    const others = joined.get(key);
    if (others) others.push({ ...line, from, to });
    else joined.set(key, [{ ...line, from, to }]);
  }
  for (const [key, lines] of joined) {
    const strongest = lines.reduce((best, line) => (widthOf(line) > widthOf(best) ? line : best));
    const [a, b] = [nodes.get(strongest.from), nodes.get(strongest.to)];
    if (!a || !b) continue;
    const oneWay = lines.every((line) => line.from === strongest.from && line.item.arrow);
    const quiet = lines.every((line) => line.item.quiet);
    kept.push(lineBetween(`fold:${key}`, a, b, { stroke: strongest.item.stroke, arrow: oneWay, quiet }));
  }
  return kept;
}

function widthOf({ item }: MapLine): number {
  return item.stroke?.width ?? 0;
}

/** "Commerce stack, 14 partners, Strategic" is said with these. */
export function isFold(node: MapNode): node is MapNode & { members: string[]; character: Character } {
  return node.members !== undefined;
}
