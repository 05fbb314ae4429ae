/**
 * From one picture to the next, when another style, layout or size moves everything: what both show moves straight to
 * its new place, what is new fades in, what is gone fades out. Pure; the clock and the canvas are the renderer's.
 */

import type { Item } from '../../api/generated';
import { sizeFactor, toScreen, toUnits, type Camera, type Point, type Size } from './camera';
import { isShown, onScreen, wordsOf, type Attention } from './frame';
import type { LabelItem, MapLine, MapNode, NodeItem, PathItem, Scene } from './scene';

/** Milliseconds (tokens: `--motion-layout`). */
export const MORPH = 520;

/** One end of a change: what is shown, and from where. */
export interface Stand {
  scene: Scene;
  camera: Camera;
  view: Size;
  attention: Attention;
}

/** An item as it looks on the way, and how much of it. */
export interface Faded<T extends Item = Item> {
  item: T;
  alpha: number;
}

/** What is painted on the way: `ground` and the rest in units of the new camera, `labels` in pixels. */
export interface Passage {
  oldGround: Item[];
  newGround: Item[];
  /** How much of the new ground. */
  share: number;
  lines: Faded[];
  nodes: Faded[];
  labels: Faded[];
}

interface Course {
  from: MapNode | undefined;
  to: MapNode | undefined;
  /** In units of the new camera; the radius in pixels of the new list. */
  start: Point & { r: number };
  end: Point & { r: number };
  restyled: boolean;
}

/** Less than this in pixels is no move. */
const STILL = 0.75;

export class Morph {
  readonly #from: Stand;
  readonly #to: Stand;
  readonly #courses: Map<string, Course>;
  readonly #labels: { item: LabelItem; id: string | null; was: boolean; is: boolean }[];

  private constructor(from: Stand, to: Stand, courses: Map<string, Course>) {
    this.#from = from;
    this.#to = to;
    this.#courses = courses;
    this.#labels = labelsOf(from, to);
  }

  /** None when nothing would be seen to change. `on` is where nodes are on the screen in the middle of another change. */
  static between(from: Stand, to: Stand, on?: ReadonlyMap<string, Point>): Morph | undefined {
    if (from.scene.list === to.scene.list || from.view.w === 0 || usOf(from.scene) !== usOf(to.scene)) return undefined;
    const courses = new Map<string, Course>();
    const factor = sizeFactor(from.camera.scale) / sizeFactor(to.camera.scale);
    let changes = false;
    for (const id of new Set([...from.scene.nodes.keys(), ...to.scene.nodes.keys()])) {
      const [a, b] = [seen(from, id), seen(to, id)];
      if (!a && !b) continue;
      // Members come out of their folded group, and go back into it.
      const [origin, goal] = [a ?? foldOf(from, id), b ?? foldOf(to, id)];
      const was = origin && (on?.get(origin.id) ?? toScreen(from.camera, origin));
      const end = goal ? { x: goal.x, y: goal.y, r: (b ?? a ?? goal).r } : undefined;
      const start = was ? { ...toUnits(to.camera, was), r: (a ?? b ?? goal)?.r ?? 0 } : undefined;
      if (start && a) start.r *= factor;
      const restyled = a !== undefined && b !== undefined && looksOf(a.item) !== looksOf(b.item);
      changes ||= !a || !b || !start || !end || restyled || far(start, end, to.camera.scale);
      const place = start ?? end;
      if (place) courses.set(id, { from: a, to: b, start: place, end: end ?? place, restyled });
    }
    return changes ? new Morph(from, to, courses) : undefined;
  }

  /** At `t` from 0 to 1, seen from `camera`. */
  at(t: number, camera: Camera): Passage {
    const share = eased(t);
    const places = new Map<string, Point & { r: number }>();
    const nodes: Faded<NodeItem>[] = [];
    for (const [id, course] of this.#courses) {
      const place = blend(course.start, course.end, share);
      places.set(id, place);
      const { from, to } = course;
      const at: [number, number] = [place.x, place.y];
      if (from && (!to || course.restyled)) nodes.push({ item: { ...from.item, at, r: place.r }, alpha: 1 - share });
      if (to) nodes.push({ item: { ...to.item, at, r: place.r }, alpha: from && !course.restyled ? 1 : share });
    }
    return {
      oldGround: this.#from.scene.ground,
      newGround: this.#to.scene.ground,
      share,
      lines: this.#lines(places, share),
      nodes,
      labels: this.#labels.map((label) => this.#label(label, places, share, camera)),
    };
  }

  /** Where nodes are on the screen, for a change that begins before this one has ended. */
  placesAt(t: number): Map<string, Point> {
    const share = eased(t);
    const places = [...this.#courses].map(([id, { start, end }]): [string, Point] => [id, blend(start, end, share)]);
    return new Map(places.map(([id, place]) => [id, toScreen(this.#to.camera, place)]));
  }

  /** The old camera's picture of the ground, in the new camera's place. */
  groundCamera(camera: Camera): Camera {
    const [a, b] = [this.#from.camera, this.#to.camera];
    const grown = camera.scale / b.scale;
    return { scale: a.scale * grown, x: camera.x + (a.x - b.x) * grown, y: camera.y + (a.y - b.y) * grown };
  }

  #lines(places: ReadonlyMap<string, Point>, share: number): Faded<PathItem>[] {
    const old = new Map(this.#from.scene.lines.map((line) => [line.id, line]));
    const lines: Faded<PathItem>[] = [];
    const add = (line: MapLine, alpha: number, before?: MapLine): void => {
      const [a, b] = [places.get(line.from), places.get(line.to)];
      if (line.item.quiet || !a || !b) return;
      lines.push({ item: stretched(line, a, b, before, share), alpha });
    };
    for (const line of this.#to.scene.lines) {
      const before = old.get(line.id);
      const was = before !== undefined && !before.item.quiet;
      add(line, was ? 1 : share, before);
      if (was) old.delete(line.id);
    }
    for (const line of old.values()) add(line, 1 - share);
    return lines;
  }

  #label(
    { item, id, was, is }: { item: LabelItem; id: string | null; was: boolean; is: boolean },
    places: ReadonlyMap<string, Point>,
    share: number,
    camera: Camera,
  ): Faded<LabelItem> {
    const place = id === null ? undefined : places.get(id);
    const at = place && toScreen(camera, place);
    const alpha = was && is ? 1 : is ? share : 1 - share;
    return { item: at ? { ...item, at: [at.x, at.y] } : item, alpha };
  }
}

function seen({ scene, attention }: Stand, id: string): MapNode | undefined {
  const node = scene.nodes.get(id);
  return node && isShown(node, attention) && !attention.lifted.has(node.id) ? node : undefined;
}

function foldOf({ scene }: Stand, id: string): MapNode | undefined {
  const fold = scene.foldedIn?.get(id);
  return fold === undefined ? undefined : scene.nodes.get(fold);
}

function usOf(scene: Scene): string | undefined {
  for (const node of scene.nodes.values()) if (node.us) return node.id;
  return undefined;
}

/** All of a node's look but place and size. */
function looksOf({ shape, fill, stroke, glyph, glyph_color, logo, badges, change }: NodeItem): string {
  return JSON.stringify([shape, fill, stroke, glyph, glyph_color, logo, badges, change]);
}

function far(a: Point & { r: number }, b: Point & { r: number }, scale: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) * scale > STILL || Math.abs(a.r - b.r) > STILL;
}

function eased(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2;
}

function blend(a: Point & { r: number }, b: Point & { r: number }, share: number): Point & { r: number } {
  const of = (from: number, to: number): number => from + (to - from) * share;
  return { x: of(a.x, b.x), y: of(a.y, b.y), r: of(a.r, b.r) };
}

/** A line between two moving ends; how far it bows moves from the old to the new. */
function stretched(line: MapLine, a: Point, b: Point, before: MapLine | undefined, share: number): PathItem {
  const [first, last] = [line.item.points[0], line.item.points.at(-1)];
  const bow = bowOf(line.item) * share + (before ? bowOf(before.item) : bowOf(line.item)) * (1 - share);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend: [number, number] | null = bow === 0 ? null : [(a.x + b.x) / 2 - dy * bow, (a.y + b.y) / 2 + dx * bow];
  // Led around others, it leaves the straight way little by little.
  const bends = line.item.points.slice(1, -1).map(([x, y], index, { length }): [number, number] => {
    const part = (index + 1) / (length + 1);
    const [atX, atY] = [a.x + dx * part, a.y + dy * part];
    return [atX + (x - atX) * share, atY + (y - atY) * share];
  });
  const points: [number, number][] = first && last ? [[a.x, a.y], ...bends, [b.x, b.y]] : line.item.points;
  return { ...line.item, points, bend };
}

/** How far the control point lies beside the middle, in parts of the line's length. */
function bowOf({ points, bend }: PathItem): number {
  const [first, last] = [points[0], points.at(-1)];
  if (!bend || !first || !last) return 0;
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = dx * dx + dy * dy;
  return length === 0
    ? 0
    : ((bend[1] - (first[1] + last[1]) / 2) * dx - (bend[0] - (first[0] + last[0]) / 2) * dy) / length;
}

/** Names that one of the two shows; all other words belong to their own picture. */
function labelsOf(from: Stand, to: Stand): { item: LabelItem; id: string | null; was: boolean; is: boolean }[] {
  const shown = (stand: Stand): Map<string, LabelItem> => {
    const words = wordsOf(stand.scene, stand.camera, stand.view, stand.attention);
    return new Map([...words.quietLabels, ...words.labels].map((item, index) => [keyOf(item, index), item]));
  };
  const [was, is] = [shown(from), shown(to)];
  const stays = (key: string, id: string | null): boolean => id !== null && was.has(key) && is.has(key);
  const labels = [...is].map(([key, item]) => ({ item, id: idOf(item), was: stays(key, idOf(item)), is: true }));
  for (const [key, item] of was) {
    if (stays(key, idOf(item))) continue;
    // Below its node as it will be, where it still has one.
    const own = to.scene.labels.find((label) => label.item.id !== null && label.item.id === item.id);
    const now = own && onScreen(own, to.camera, sizeFactor(to.camera.scale));
    labels.push({ item: now ?? item, id: idOf(item), was: true, is: false });
  }
  return labels;
}

function keyOf(item: LabelItem, index: number): string {
  return idOf(item) ?? `${index}`;
}

function idOf({ id }: LabelItem): string | null {
  return id?.startsWith('organization:') ? id.slice('organization:'.length) : null;
}
