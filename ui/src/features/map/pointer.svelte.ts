import { Fingers } from './fingers';
import { inBox, inLasso } from './edit/area';
import { editing } from './edit/editing.svelte';
import { labelAt, togetherWith } from './edit/grasp';
import { movesBy, type Moves } from './edit/moves';
import { hitAt, type Hit } from './hit';
import { lineAt } from './line-hit';
import { opened as relationshipOpened } from '../partners';
import { panBy, toScreen, toUnits, type Camera, type Point } from './camera';
import type { MapNode } from './scene';
import { map } from './state.svelte';
import { idsOf, NOBODY } from './toggled';
import { viewing } from './views/viewing.svelte';

/** How far the hand must move before a press is a pull. */
const SLACK = 4;
const WHEEL_SPEED = 0.0016;
const LINE_HEIGHT = 32;

export type Pull =
  | { kind: 'pan'; from: Point; camera: Camera; moved: boolean; label: MapNode | null }
  | { kind: 'move'; node: MapNode; nodes: readonly MapNode[]; from: Point; at: Point; moved: boolean }
  | { kind: 'box'; from: Point; at: Point; add: boolean }
  | { kind: 'lasso'; line: readonly Point[]; add: boolean }
  | { kind: 'connect'; node: MapNode; from: Point; at: Point; target: MapNode | null };

export interface PointerEnds {
  onmove: (moves: Moves) => void;
  onconnect: (from: MapNode, to: MapNode, at: Point) => void;
  /** A line let go over empty ground. */
  ondropped: (from: MapNode, at: Point) => void;
  onmenu: (at: Point) => void;
  onrename: (id: string) => void;
  onopen: (id: string) => void;
}

/** What the mouse, a pen or a finger does to the map. */
export class MapPointer {
  pull = $state.raw<Pull | null>(null);
  hit = $state.raw<Hit | null>(null);
  space = $state(false);
  /** Where the pointer is while it is at a rim. */
  at = $state.raw<Point>({ x: 0, y: 0 });
  readonly #ends: PointerEnds;
  /** Fingers on the map, and how the map was looked at when the second one came down. */
  readonly #fingers = new Fingers();
  #pinch: { from: Point[]; camera: Camera } | null = null;

  constructor(ends: PointerEnds) {
    this.#ends = ends;
  }

  get cursor(): string {
    if (this.pull?.kind === 'pan' && this.pull.moved) return 'grabbing';
    if (this.pull?.kind === 'move' && this.pull.moved) return 'grabbing';
    if (this.space) return 'grab';
    if (this.pull?.kind === 'connect' || this.hit?.part === 'edge') return 'crosshair';
    if (this.pull?.kind === 'box' || this.pull?.kind === 'lasso') return 'crosshair';
    if (!this.hit && editing.tool !== 'hand') return 'crosshair';
    return this.hit ? 'pointer' : 'default';
  }

  /** The node from whose rim a relationship would be drawn. */
  get edgeOf(): MapNode | null {
    return this.pull === null && this.hit?.part === 'edge' ? this.hit.node : null;
  }

  down(event: PointerEvent): void {
    const element = event.currentTarget;
    if (!(element instanceof HTMLElement) || event.button > 1) return;
    const at = pointOf(event, element);
    if (event.pointerType === 'touch') this.#touch(event.pointerId, at);
    if (this.pull || this.#pinch) return;
    const hit = this.#hitAt(at);
    element.setPointerCapture(event.pointerId);
    if (this.space || event.button === 1) {
      this.pull = { kind: 'pan', from: at, camera: map.camera, moved: false, label: null };
    } else if (!hit && (editing.tool === 'lasso' || (event.shiftKey && event.altKey))) {
      this.pull = { kind: 'lasso', line: [at], add: event.shiftKey };
    } else if (!hit && (editing.tool === 'box' || event.shiftKey)) {
      this.pull = { kind: 'box', from: at, at, add: event.shiftKey };
    } else if (!hit || viewing.frozen) {
      // Nothing can be taken out of a frozen picture.
      const label = hit?.node ?? this.#labelAt(at);
      this.pull = { kind: 'pan', from: at, camera: map.camera, moved: false, label };
    } else if (hit.part === 'edge') {
      this.pull = { kind: 'connect', node: hit.node, from: at, at, target: null };
    } else {
      this.pull = {
        kind: 'move',
        node: hit.node,
        nodes: togetherWith(hit.node, map.drawn, map.selected),
        from: at,
        at,
        moved: false,
      };
    }
    this.#hover(null);
  }

  move(event: PointerEvent): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const at = pointOf(event, event.currentTarget);
    this.#fingers.move(event.pointerId, at);
    if (this.#pinch) {
      map.pinch(this.#pinch.camera, this.#pinch.from, this.#fingers.places);
      return;
    }
    const { pull } = this;
    if (pull === null) {
      const hit = this.#hitAt(at) ?? null;
      if (hit?.part === 'edge') this.at = at;
      if (hit?.node.id !== this.hit?.node.id || hit?.part !== this.hit?.part) this.hit = hit;
      this.#hover(hit);
    } else if (pull.kind === 'pan') {
      const moved = pull.moved || far(pull.from, at);
      if (moved !== pull.moved) this.pull = { ...pull, moved };
      if (moved) map.move(panBy(pull.camera, at.x - pull.from.x, at.y - pull.from.y));
    } else if (pull.kind === 'move') {
      const moved = pull.moved || (pull.nodes.length > 0 && far(pull.from, at));
      this.pull = { ...pull, at, moved };
      if (moved && map.lifted === NOBODY) map.lifted = idsOf(pull.nodes);
    } else if (pull.kind === 'box') {
      this.pull = { ...pull, at };
    } else if (pull.kind === 'lasso') {
      const last = pull.line[pull.line.length - 1];
      if (!last || far(last, at)) this.pull = { ...pull, line: [...pull.line, at] };
    } else {
      const target = this.#hitAt(at)?.node ?? null;
      this.pull = { ...pull, at, target: target?.id === pull.node.id || target?.members ? null : target };
    }
  }

  up(event: PointerEvent): void {
    this.#fingers.up(event.pointerId);
    if (this.#pinch) {
      if (this.#fingers.count === 0) this.#pinch = null;
      return;
    }
    const { pull } = this;
    this.cancel();
    if (!pull || !(event.currentTarget instanceof HTMLElement)) return;
    if (pull.kind === 'pan' && !pull.moved && event.button === 0 && !this.space) {
      if (pull.label) map.select(pull.label.id, event.shiftKey);
      else map.clearSelection();
    }
    if (pull.kind === 'move') {
      if (pull.moved) this.#ends.onmove(this.#dropped(pull));
      else map.select(pull.node.id, event.shiftKey);
    }
    if (pull.kind === 'connect') {
      if (pull.target) this.#ends.onconnect(pull.node, pull.target, pull.at);
      else if (!far(pull.from, pull.at)) map.select(pull.node.id, event.shiftKey);
      else if (!this.#hitAt(pull.at)) this.#ends.ondropped(pull.node, pull.at);
    }
    if (pull.kind === 'box' || pull.kind === 'lasso') this.#gather(pull);
  }

  doubleClick(event: MouseEvent): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const at = pointOf(event, event.currentTarget);
    const hit = this.#hitAt(at);
    // A name reaches into the ring around its shape, where a line would begin.
    const label = hit?.part === 'inside' ? null : this.#labelAt(at);
    if (label) this.#ends.onrename(label.id);
    else if (hit?.node.members) map.unfold(hit.node);
    else if (hit) this.#ends.onopen(hit.node.id);
    else {
      const line = map.drawn && lineAt(map.drawn, map.camera, at);
      if (line) relationshipOpened.relationship = line;
    }
  }

  /** The menu of what lies under the pointer; beside everything, of what is selected. */
  menu(event: MouseEvent): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    this.cancel();
    const at = pointOf(event, event.currentTarget);
    const node = this.#hitAt(at)?.node ?? this.#labelAt(at);
    if (node && !map.selected.has(node.id)) map.select(node.id);
    this.#ends.onmenu(at);
  }

  wheel(event: WheelEvent): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1;
    // A pinch comes as a wheel with Ctrl and in small steps.
    const speed = WHEEL_SPEED * (event.ctrlKey ? 6 : 1);
    const delta = Math.max(-300, Math.min(300, event.deltaY * lines));
    map.zoom(Math.exp(-delta * speed), pointOf(event, event.currentTarget));
  }

  /** A pinch on a trackpad, where the system tells it as such: by how much since the last one. */
  pinch(factor: number, at: Point): void {
    map.zoom(factor, at);
  }

  leave(): void {
    if (this.pull === null) {
      this.hit = null;
      this.#hover(null);
    }
  }

  /** Lets go of whatever is pulled. Answers whether there was anything. */
  cancel(): boolean {
    const had = this.pull !== null;
    this.pull = null;
    this.#pinch = null;
    this.#fingers.clear();
    map.lifted = NOBODY;
    return had;
  }

  /** Where the partners in the hand lie, in units. */
  get inHand(): Moves | null {
    return this.pull?.kind === 'move' && this.pull.moved ? this.#dropped(this.pull) : null;
  }

  /** The second finger ends what the first has begun. */
  #touch(id: number, at: Point): void {
    this.#fingers.down(id, at);
    if (this.#fingers.count !== 2) return;
    this.pull = null;
    map.lifted = NOBODY;
    this.#pinch = { from: this.#fingers.places, camera: map.camera };
  }

  #dropped(pull: Extract<Pull, { kind: 'move' }>): Moves {
    const [from, at] = [toUnits(map.camera, pull.from), toUnits(map.camera, pull.at)];
    return movesBy(pull.nodes, at.x - from.x, at.y - from.y);
  }

  /** Selects what the box or the lasso holds; a mere click beside everything clears. */
  #gather(pull: Extract<Pull, { kind: 'box' | 'lasso' }>): void {
    const shown = [...(map.drawn?.nodes.values() ?? [])].filter(
      (node) => !node.us && !node.members && map.isShown(node),
    );
    const seen = shown.map((node) => ({ id: node.id, ...toScreen(map.camera, node) }));
    const found = pull.kind === 'box' ? inBox(seen, pull.from, pull.at) : inLasso(seen, pull.line);
    if (found.length > 0)
      map.selectMany(
        found.map(({ id }) => id),
        undefined,
        pull.add,
      );
    else if (!pull.add) map.clearSelection();
  }

  #labelAt(at: Point): MapNode | null {
    const { drawn, camera, view, attention } = map;
    return drawn ? labelAt(drawn, camera, view, attention, at) : null;
  }

  #hitAt(at: Point): Hit | undefined {
    const hit = map.drawn ? hitAt(map.drawn, map.camera, at, (node) => map.isShown(node)) : undefined;
    return hit && viewing.frozen ? { ...hit, part: 'inside' } : hit;
  }

  #hover(hit: Hit | null): void {
    const id = hit?.node.id ?? null;
    if (map.hovered !== id) map.hovered = id;
  }
}

function far(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) > SLACK;
}

function pointOf(event: MouseEvent, element: HTMLElement): Point {
  const box = element.getBoundingClientRect();
  // In front of a room the map is magnified as a whole.
  const factor = (element.offsetWidth || 1) / (box.width || 1);
  return { x: (event.clientX - box.left) * factor, y: (event.clientY - box.top) * factor };
}
