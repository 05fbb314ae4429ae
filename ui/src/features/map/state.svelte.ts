import type { Character, MapView, OrganizationId } from '../../api/generated';
import { navigation } from '../../shared/navigation.svelte';
import { between, fit, flightTo, kept, zoomAt, type Camera, type Point, type Size } from './camera';
import { isShown, type Attention } from './frame';
import { toggled } from './toggled';
import { movedTo, sceneOf, type MapNode, type Scene } from './scene';

const ZOOM_STEP = 1.35;
const FLIGHT = 260;
const SPRING = 220;
/** A partner that is flown to should not lie at the very rim. */
const INSET = 70;

/** What the map shows and how it is looked at. One for the window, so that coming back finds it as it was left. */
class MapState {
  scene = $state.raw<Scene | null>(null);
  camera = $state.raw<Camera>({ scale: 1, x: 0, y: 0 });
  view = $state.raw<Size>({ w: 0, h: 0 });
  hovered = $state<OrganizationId | null>(null);
  selected = $state.raw<ReadonlySet<OrganizationId>>(new Set());
  hiddenKinds = $state.raw<ReadonlySet<string>>(new Set());
  hiddenCharacters = $state.raw<ReadonlySet<Character>>(new Set());
  /** In the hand of the pointer. */
  lifted = $state<OrganizationId | null>(null);
  outline = $state(false);
  /** The inspector beside the map, and the one that lies over it where there is little room. */
  docked = $state(true);
  overlaid = $state(false);
  adding = $state(false);
  relating = $state.raw<{ id: OrganizationId; name: string } | null>(null);
  /** The camera stays on the whole map until a person moves it. */
  #whole = true;
  #owner: string | null = null;
  #awaited: OrganizationId | null = null;
  #flight = 0;

  get attention(): Attention {
    return {
      hovered: this.hovered,
      selected: this.selected,
      hiddenKinds: this.hiddenKinds,
      hiddenCharacters: this.hiddenCharacters,
      lifted: this.lifted,
    };
  }

  /** The partner that keys act on. */
  get primary(): MapNode | undefined {
    return navigation.partner === null ? undefined : this.scene?.nodes.get(navigation.partner);
  }

  isShown(node: MapNode): boolean {
    return isShown(node, this.attention);
  }

  /** Takes over a new answer; another workspace begins afresh. */
  show(answer: MapView, us: { id: OrganizationId; name: string }): void {
    const before = this.scene;
    if (this.#owner !== us.id) {
      this.#owner = us.id;
      this.#whole = true;
      this.selected = new Set();
      this.hiddenKinds = new Set();
      this.hiddenCharacters = new Set();
    }
    const scene = sceneOf(answer.list, answer.outline, us);
    this.scene = scene;
    if (this.hovered !== null && !scene.nodes.has(this.hovered)) this.hovered = null;
    // One just added is in no answer yet: only what was there and is gone is forgotten.
    const gone = (id: string): boolean => before?.nodes.has(id) === true && !scene.nodes.has(id);
    if ([...this.selected].some(gone)) this.selected = new Set([...this.selected].filter((id) => !gone(id)));
    const { partner } = navigation;
    if (partner !== null && gone(partner)) navigation.partner = null;
    if (this.#whole) this.#settle();
    const awaited = this.#awaited;
    if (awaited !== null && scene.nodes.has(awaited)) this.reveal(awaited);
  }

  resize(view: Size): void {
    if (view.w === this.view.w && view.h === this.view.h) return;
    const before = this.view;
    this.view = view;
    if (this.#whole || before.w === 0) this.#settle();
    else
      this.camera = {
        ...this.camera,
        x: this.camera.x + (view.w - before.w) / 2,
        y: this.camera.y + (view.h - before.h) / 2,
      };
  }

  /** One partner, or with `add` one more (or one less). */
  select(id: OrganizationId, add = false): void {
    if (!add) {
      this.selected = new Set([id]);
      navigation.partner = id;
      return;
    }
    const next = toggled(this.selected, id);
    this.selected = next;
    navigation.partner = next.has(id) ? id : ([...next].at(-1) ?? null);
  }

  clearSelection(): void {
    this.selected = new Set();
    navigation.partner = null;
  }

  /** Another screen, the palette or the outline chose a partner: show where it is. */
  follow(id: OrganizationId | null): void {
    if (id === null) {
      if (this.selected.size > 0) this.selected = new Set();
      return;
    }
    if (this.selected.has(id)) return;
    this.selected = new Set([id]);
    this.reveal(id);
  }

  /** Brings a partner into the view, also one that the next answer will hold. */
  reveal(id: OrganizationId): void {
    const node = this.scene?.nodes.get(id);
    this.#awaited = node ? null : id;
    if (!node || this.view.w === 0) return;
    this.#unhide(node);
    const to = flightTo(this.camera, node, this.view, INSET);
    if (to !== this.camera) this.#fly(to);
  }

  move(camera: Camera): void {
    cancelAnimationFrame(this.#flight);
    this.#whole = false;
    this.camera = this.scene ? kept(camera, this.scene.bounds, this.view) : camera;
  }

  zoom(factor: number, at: Point = { x: this.view.w / 2, y: this.view.h / 2 }): void {
    this.move(zoomAt(this.camera, at, factor, this.#fitted().scale));
  }

  zoomStep(direction: 1 | -1): void {
    const at = { x: this.view.w / 2, y: this.view.h / 2 };
    this.#whole = false;
    this.#fly(zoomAt(this.camera, at, direction === 1 ? ZOOM_STEP : 1 / ZOOM_STEP, this.#fitted().scale));
  }

  showWhole(): void {
    this.#fly(this.#fitted());
    this.#whole = true;
  }

  focusSelection(): void {
    const node = this.primary;
    if (node)
      this.#fly(flightTo({ ...this.camera, scale: Math.max(1, this.camera.scale) }, node, this.view, this.view.w));
  }

  toggleKind(kind: string): void {
    this.hiddenKinds = toggled(this.hiddenKinds, kind);
  }

  toggleCharacter(character: Character): void {
    this.hiddenCharacters = toggled(this.hiddenCharacters, character);
  }

  openInspector(): void {
    this.docked = true;
    this.overlaid = true;
  }

  closeInspector(): void {
    this.docked = false;
    this.overlaid = false;
  }

  /** Shows a drag's end at once; the answer is what the map looked like before. */
  put(id: OrganizationId, at: Point): Scene | null {
    const before = this.scene;
    if (before) this.scene = movedTo(before, id, at.x, at.y);
    return before;
  }

  /** Springs a refused drag back, unless a newer answer is shown by now. */
  takeBack(before: Scene, id: OrganizationId): void {
    const [from, to] = [this.scene?.nodes.get(id), before.nodes.get(id)];
    if (!from || !to) return;
    const shown = this.scene;
    let latest = shown;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const start = performance.now();
    const step = (now: number): void => {
      if (this.scene !== latest) return;
      const t = calm ? 1 : Math.min(1, Math.max(0, (now - start) / SPRING));
      const left = (1 - t) ** 3;
      latest = t < 1 ? movedTo(before, id, to.x + (from.x - to.x) * left, to.y + (from.y - to.y) * left) : before;
      this.scene = latest;
      if (t < 1) requestAnimationFrame(step);
    };
    step(start);
  }

  #unhide(node: MapNode): void {
    if (this.hiddenKinds.has(node.kind)) this.toggleKind(node.kind);
    if (this.hiddenCharacters.has(node.character)) this.toggleCharacter(node.character);
  }

  #fitted(): Camera {
    return fit(this.scene?.bounds ?? { x: 0, y: 0, w: 1, h: 1 }, this.view);
  }

  #settle(): void {
    if (this.scene && this.view.w > 0) this.camera = this.#fitted();
  }

  #fly(to: Camera): void {
    cancelAnimationFrame(this.#flight);
    this.#whole = false;
    const from = this.camera;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const start = performance.now();
    const step = (now: number): void => {
      const t = calm ? 1 : Math.min(1, Math.max(0, (now - start) / FLIGHT));
      this.camera = between(from, to, 1 - (1 - t) ** 3, this.view);
      if (t < 1) this.#flight = requestAnimationFrame(step);
    };
    step(start);
  }
}

export const map = new MapState();
