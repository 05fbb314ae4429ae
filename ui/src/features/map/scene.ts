/** The display list sorted into what the map needs to know: nodes with their lines, labels with their nodes. */

import type { Character, DisplayList, Item, OutlineGroup, Rect } from '../../api/generated';
import { BoxIndex } from './box-index';
import { SpatialIndex, type Placed } from './spatial';

export type NodeItem = Extract<Item, { type: 'node' }>;
export type PathItem = Extract<Item, { type: 'path' }>;
export type LabelItem = Extract<Item, { type: 'label' }>;

export interface MapNode extends Placed {
  item: NodeItem;
  /** We ourselves have no entry in the outline. */
  us: boolean;
  name: string;
  kind: string;
  character: Character;
  /** "integrates with Tidewater; refers to Fernhill Commerce". */
  relationships: string;
  /** A wish, not a company yet. */
  placeholder: boolean;
  /** A folded group: the organizations that it stands for. */
  members?: string[];
}

export interface MapLine {
  id: string;
  item: PathItem;
  /** As painted while one of its ends is looked at. */
  loud: PathItem;
  /** Ids of organizations. */
  from: string;
  to: string;
  /** The rectangle around it. */
  box: Rect;
}

export interface MapLabel {
  item: LabelItem;
  /** The organization that it names; none for zones, groups and the tray. */
  node: MapNode | null;
}

export interface Scene {
  /** What it was made from: a node in the hand makes a new scene of the same list. */
  list: DisplayList;
  bounds: Rect;
  alt: string;
  /** Zones, groups and the tray: under everything. */
  ground: Item[];
  lines: MapLine[];
  nodes: Map<string, MapNode>;
  labels: MapLabel[];
  linesOf: Map<string, MapLine[]>;
  index: SpatialIndex<MapNode>;
  /** The boxes of `lines`, in their order. */
  lineIndex: BoxIndex;
  /** Organizations that a folded group stands for, with the group's node. */
  foldedIn?: ReadonlyMap<string, string>;
  /** How many partners are drawn, without us. */
  partners: number;
}

const ORGANIZATION = 'organization:';
const RELATIONSHIP = 'relationship:';
/** Pixels between a node and a line's end. */
const CLEAR = 3;

export function sceneOf(list: DisplayList, outline: readonly OutlineGroup[], us: { id: string; name: string }): Scene {
  const partners = new Map(
    outline.flatMap((group) => group.partners.map((partner) => [partner.id, { ...partner, kind: group.kind }])),
  );
  const nodes = new Map<string, MapNode>();
  for (const item of list.items) {
    if (item.type !== 'node') continue;
    const id = stripped(item.id, ORGANIZATION) ?? item.id;
    const known = partners.get(id);
    nodes.set(id, {
      id,
      x: item.at[0],
      y: item.at[1],
      r: item.r,
      item,
      us: id === us.id,
      name: id === us.id ? us.name : (known?.name ?? ''),
      kind: known?.kind ?? '',
      character: known?.character ?? 'unknown',
      relationships: known?.relationships ?? '',
      placeholder: known?.placeholder ?? false,
    });
  }
  const index = new SpatialIndex([...nodes.values()]);
  const scene: Scene = {
    list,
    bounds: list.bounds,
    alt: list.alt,
    ground: [],
    lines: [],
    nodes,
    labels: [],
    linesOf: new Map(),
    index,
    lineIndex: new BoxIndex([]),
    partners: [...nodes.values()].filter((node) => !node.us).length,
  };
  for (const item of list.items) sortIn(scene, item);
  scene.linesOf = byEnd(scene.lines);
  scene.lineIndex = indexOf(scene.lines);
  return scene;
}

export function indexOf(lines: readonly MapLine[]): BoxIndex {
  return new BoxIndex(lines.map((line) => line.box));
}

function sortIn(scene: Scene, item: Item): void {
  if (item.type === 'node') return;
  if (item.type === 'label') {
    const id = stripped(item.id, ORGANIZATION);
    scene.labels.push({ item, node: (id !== undefined && scene.nodes.get(id)) || null });
    return;
  }
  const id = item.type === 'path' ? stripped(item.id, RELATIONSHIP) : undefined;
  const line = item.type === 'path' && id !== undefined ? lineOf(scene, id, item) : undefined;
  if (line) scene.lines.push(line);
  else scene.ground.push(item);
}

/** The ends of a line are the nodes that its points begin and end at. */
function lineOf(scene: Scene, id: string, item: PathItem): MapLine | undefined {
  const first = item.points[0];
  const last = item.points[item.points.length - 1];
  if (!first || !last) return undefined;
  const from = nodeAt(scene, first);
  const to = nodeAt(scene, last);
  return from && to ? { id, item, loud: loud(item), from: from.id, to: to.id, box: around(item) } : undefined;
}

/** A straight line from one node to another. */
export function lineBetween(
  id: string,
  from: MapNode,
  to: MapNode,
  look: Pick<PathItem, 'stroke' | 'arrow' | 'quiet'>,
): MapLine {
  const points: [number, number][] = [
    [from.x, from.y],
    [to.x, to.y],
  ];
  const trim: [number, number] = [from.r + CLEAR, to.r + CLEAR];
  const own: PathItem = { type: 'path', id: null, points, bend: null, fill: null, trim, ...look };
  return { id, item: own, loud: loud(own), from: from.id, to: to.id, box: around(own) };
}

/** The full colors of the character that a line's dashes say (tokens: `--edge-*-dash`). */
function loud(item: PathItem): PathItem {
  if (!item.stroke) return item;
  const [on] = item.stroke.dash;
  const plain = item.stroke.width <= 1.25;
  const color = on === undefined ? (plain ? 'text-2' : 'strategy') : on > 5 ? 'ecotone' : 'tactic';
  const stroke = { ...item.stroke, width: item.stroke.width * 1.15, paint: { color, opacity: 1, mix: 1 } };
  return { ...item, stroke };
}

function nodeAt(scene: Scene, [x, y]: [number, number]): MapNode | undefined {
  return scene.index.at({ x, y }, 60, (node) => Math.max(1, node.r));
}

function around(item: PathItem): Rect {
  const points = item.bend ? [...item.points, item.bend] : item.points;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function stripped(id: string | null, prefix: string): string | undefined {
  return id?.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

/** The organizations at the other ends of `id`'s lines. */
export function neighbors(scene: Scene, id: string): Set<string> {
  return new Set((scene.linesOf.get(id) ?? []).map((line) => (line.from === id ? line.to : line.from)));
}

export function byEnd(lines: readonly MapLine[]): Map<string, MapLine[]> {
  const found = new Map<string, MapLine[]>();
  for (const line of lines) {
    for (const end of new Set([line.from, line.to])) {
      const others = found.get(end);
      if (others) others.push(line);
      else found.set(end, [line]);
    }
  }
  return found;
}

/** A line that follows one of its ends. */
export function pulled(line: MapLine, id: string, at: [number, number], dx: number, dy: number): MapLine {
  const last = line.item.points.at(-1);
  // One that was led around others leads straight while it is pulled: nobody knows yet what will be in its way.
  const points = [line.item.points[0], last].flatMap((point, index): [number, number][] => {
    if (!point) return [];
    return [(index === 0 && line.from === id) || (index === 1 && line.to === id) ? at : point];
  });
  // The curve keeps its shape: its control point follows half of the pull.
  const bend: [number, number] | null = line.item.bend && [line.item.bend[0] + dx / 2, line.item.bend[1] + dy / 2];
  const item = { ...line.item, points, bend };
  return { ...line, item, loud: loud(item), box: around(item) };
}
