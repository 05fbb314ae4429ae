import type { LaneBy, MotionId, MotionRow } from '../../api/generated';
import { GridState } from '../../shared/grid';
import { fitted, panned, showing, steppedIn, steppedOut, type Camera } from './calendar';
import { having, type Place, type TreeRow } from './rows';
import type { MotionColumn } from './table';

export type Mode = 'timeline' | 'board' | 'table';

/** How motions are looked at. One for the window, so that coming back finds it as it was left. */
class MotionsState {
  adding = $state(false);
  mode = $state<Mode>('timeline');
  by = $state<LaneBy>('kind');
  /** Lanes of which only the head is shown, each with what lanes stand for. */
  #collapsed = $state.raw<ReadonlySet<string>>(new Set());
  /** Motions whose tasks are shown. */
  open = $state.raw<ReadonlySet<MotionId>>(new Set());
  /** The critical path, and how far the others may slip. */
  slack = $state(false);
  /** What our functions have to do, under the timeline. */
  loads = $state(false);
  /** Somebody is choosing what this waits for. */
  depending = $state(false);
  /** What the keys are on; its motion is the one in the drawer. */
  place = $state.raw<Place | null>(null);
  /** How near, and where; none fits the plan. */
  camera = $state.raw<Camera | null>(null);
  /** The plan's first and last day, and the room that there is for them. */
  whole = $state.raw<readonly [string, string]>(['2026-01-01', '2026-12-31']);
  width = $state(600);
  /** What is shown, and its rows from top to bottom. */
  motions = $state.raw<ReadonlyMap<MotionId, MotionRow>>(new Map());
  rows = $state.raw<readonly TreeRow[]>([]);
  #owner: string | null = null;

  readonly seen = $derived(this.camera ?? fitted(this.whole, this.width));

  /** Another workspace begins afresh. */
  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.#collapsed = new Set();
    this.open = new Set();
    this.place = null;
    this.camera = null;
    this.slack = false;
    this.loads = false;
    this.depending = false;
    motionsTable.begin(1);
  }

  get collapsed(): string[] {
    const prefix = `${this.by}:`;
    return [...this.#collapsed].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  collapse(lane: string, on: boolean): void {
    this.#collapsed = having(this.#collapsed, `${this.by}:${lane}`, on);
  }

  collapseAll(lanes: readonly string[]): void {
    const others = [...this.#collapsed].filter((key) => !key.startsWith(`${this.by}:`));
    this.#collapsed = new Set([...others, ...lanes.map((lane) => `${this.by}:${lane}`)]);
  }

  unfold(motion: MotionId, on: boolean): void {
    this.open = having(this.open, motion, on);
  }

  zoomIn(): void {
    this.camera = steppedIn(this.seen, this.width / 2);
  }

  zoomOut(): void {
    this.camera = steppedOut(this.seen, this.width / 2);
  }

  fit(): void {
    this.camera = null;
  }

  /** Goes to a day, as near as it is seen. */
  show(day: string): void {
    this.camera = showing(this.seen, { start: day, end: day }, this.width);
  }

  pan(pixels: number): void {
    this.camera = panned(this.seen, pixels);
  }
}

export const motionsState = new MotionsState();

/** How the table of motions is looked at. */
export const motionsTable = new GridState<MotionId, MotionColumn>([{ column: 'start', descending: false }], 1);
