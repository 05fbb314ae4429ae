import type { Character, ViewCamera } from '../../api/generated';
import {
  between,
  centered,
  fit,
  kept,
  limits,
  panBy,
  pinched,
  toUnits,
  zoomAt,
  type Camera,
  type Edges,
  type Point,
  type Size,
} from './camera';
import { closestScale, overhang, type Attention } from './frame';
import { calm } from './motion';
import type { Scene } from './scene';
import { NOBODY } from './toggled';

const ZOOM_STEP = 1.35;
const FLIGHT = 260;
/** Around the whole map. */
const MARGIN = 12;
/** So much a map gives way at an edge for a name; a longer one is cut there. */
const MOST_OVERHANG = 90;
const SPARE = 12;

/** From where the map is seen: the camera, its flights, and the whole map that it stays on until a person moves it. */
export abstract class Viewpoint {
  abstract readonly scene: Scene | null;
  abstract readonly drawn: Scene | null;
  abstract readonly attention: Attention;
  abstract readonly hiddenKinds: ReadonlySet<string>;
  abstract readonly hiddenCharacters: ReadonlySet<Character>;
  camera = $state.raw<Camera>({ scale: 1, x: 0, y: 0 });
  view = $state.raw<Size>({ w: 0, h: 0 });
  /** Pixels at the right edge where tools lie over the map. */
  aside = 0;
  /** The camera stays on the whole map until a person moves it. */
  protected whole = true;
  #flight = 0;
  #fit: { asked: readonly unknown[]; camera: Camera } | undefined;

  resize(view: Size): void {
    if (view.w === this.view.w && view.h === this.view.h) return;
    const before = this.view;
    this.view = view;
    if (this.whole || before.w === 0) this.settle();
    else
      this.camera = {
        ...this.camera,
        x: this.camera.x + (view.w - before.w) / 2,
        y: this.camera.y + (view.h - before.h) / 2,
      };
  }

  move(camera: Camera): void {
    cancelAnimationFrame(this.#flight);
    this.whole = false;
    this.camera = this.scene ? kept(camera, this.scene.bounds, this.view) : camera;
  }

  zoom(factor: number, at: Point = { x: this.view.w / 2, y: this.view.h / 2 }): void {
    this.move(this.#zoomed(at, factor));
  }

  /** Two fingers that were at `from` when the camera was `camera` are at `to`. */
  pinch(camera: Camera, from: readonly Point[], to: readonly Point[]): void {
    this.move(pinched(camera, from, to, this.#limits()));
  }

  zoomStep(direction: 1 | -1): void {
    const at = { x: this.view.w / 2, y: this.view.h / 2 };
    this.whole = false;
    this.fly(this.#zoomed(at, direction === 1 ? ZOOM_STEP : 1 / ZOOM_STEP));
  }

  /** By a part of the view, as keys and the minimap do. */
  pan(dx: number, dy: number): void {
    this.fly(panBy(this.camera, dx * this.view.w, dy * this.view.h));
  }

  /** Where one looks, for a view to keep; none while that is the whole map. */
  get keptCamera(): ViewCamera | null {
    if (this.whole || this.view.w === 0) return null;
    const { x, y } = toUnits(this.camera, { x: this.view.w / 2, y: this.view.h / 2 });
    return { x, y, scale: this.camera.scale };
  }

  /** Looks where a view says, at once; none is the whole map, also of the next answer. */
  lookAt(camera: ViewCamera | null): void {
    cancelAnimationFrame(this.#flight);
    this.whole = camera === null;
    if (camera) this.camera = centered(camera, camera.scale, this.view);
    else this.settle();
  }

  showWhole(): void {
    this.fly(this.#fitted());
    this.whole = true;
  }

  #fitted(): Camera {
    const { drawn, view, aside, hiddenKinds, hiddenCharacters } = this;
    if (!drawn) return fit({ x: 0, y: 0, w: 1, h: 1 }, view, MARGIN);
    const asked = [drawn, view, aside, hiddenKinds, hiddenCharacters];
    if (this.#fit?.asked.some((each, index) => each !== asked[index]) !== false) {
      const edges = { left: MARGIN, right: Math.max(MARGIN, aside), top: MARGIN, bottom: MARGIN };
      const camera = fit(drawn.bounds, view, edges);
      // Names keep their size on the screen: at the rim they may reach farther than the map.
      const calm = { hovered: null, selected: NOBODY, hiddenKinds, hiddenCharacters, lifted: NOBODY };
      const over = overhang(drawn, camera, view, calm);
      // Giving way shrinks the map, which moves its rim a little toward the edge again.
      const more = (edge: keyof Edges): number =>
        edges[edge] + (over[edge] > 0 ? Math.min(MOST_OVERHANG, over[edge] + SPARE) : 0);
      const wider = { left: more('left'), right: more('right'), top: more('top'), bottom: more('bottom') };
      this.#fit = { asked, camera: fit(drawn.bounds, view, wider) };
    }
    return this.#fit.camera;
  }

  #zoomed(at: Point, factor: number): Camera {
    return zoomAt(this.camera, at, factor, this.#limits());
  }

  #limits(): [number, number] {
    return limits(this.#fitted().scale, this.drawn ? closestScale(this.drawn, this.attention) : 0);
  }

  protected settle(): void {
    if (this.scene && this.view.w > 0) this.camera = this.#fitted();
  }

  protected fly(to: Camera): void {
    cancelAnimationFrame(this.#flight);
    this.whole = false;
    const from = this.camera;
    if (this.scene) to = kept(to, this.scene.bounds, this.view);
    const still = calm();
    const start = performance.now();
    const step = (now: number): void => {
      const t = still ? 1 : Math.min(1, Math.max(0, (now - start) / FLIGHT));
      this.camera = between(from, to, 1 - (1 - t) ** 3, this.view);
      if (t < 1) this.#flight = requestAnimationFrame(step);
    };
    step(start);
  }
}
