import type { Character, MapView, OrganizationId } from '../../api/generated';
import { navigation } from '../../shared/navigation.svelte';
import { flightTo } from './camera';
import { isShown, type Attention } from './frame';
import { folded, FOLDS_ABOVE, isFold } from './fold';
import { calm } from './motion';
import { NOBODY, toggled } from './toggled';
import { textWidth } from './text-width';
import { movedMany, part, type Moves } from './edit/moves';
import { sceneOf, type MapNode, type Scene } from './scene';
import { Viewpoint } from './viewpoint.svelte';

const SPRING = 220;
/** A partner that is flown to should not lie at the very rim. */
const INSET = 70;

/** What the map shows and how it is looked at. One for the window, so that coming back finds it as it was left. */
class MapState extends Viewpoint {
  /** The whole map, and the one that is drawn: with groups folded while that is on. */
  scene = $state.raw<Scene | null>(null);
  readonly drawn = $derived.by(() => this.#folded());
  folding = $state(false);
  opened = $state.raw<ReadonlySet<string>>(new Set());
  /** Who is in which group; known once folding was asked for. */
  groupOf = $state.raw<ReadonlyMap<OrganizationId, string>>(new Map());
  hovered = $state<OrganizationId | null>(null);
  selected = $state.raw<ReadonlySet<OrganizationId>>(new Set());
  hiddenKinds = $state.raw<ReadonlySet<string>>(new Set());
  hiddenCharacters = $state.raw<ReadonlySet<Character>>(new Set());
  /** In the hand of the pointer. */
  lifted = $state.raw<ReadonlySet<OrganizationId>>(NOBODY);
  outline = $state(false);
  /** The inspector beside the map, and the one that lies over it where there is little room. */
  docked = $state(true);
  overlaid = $state(false);
  adding = $state(false);
  relating = $state.raw<{ id: OrganizationId; name: string } | null>(null);
  #owner: string | null = null;
  #awaited: OrganizationId | null = null;

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

  /** The folded group that is selected instead of a partner. */
  get fold(): MapNode | undefined {
    const [id] = this.selected;
    const node = id === undefined || this.selected.size > 1 ? undefined : this.drawn?.nodes.get(id);
    return node && isFold(node) ? node : undefined;
  }

  get canFold(): boolean {
    return (this.scene?.partners ?? 0) > FOLDS_ABOVE;
  }

  isShown(node: MapNode): boolean {
    return isShown(node, this.attention);
  }

  /** Takes over a new answer; another workspace begins afresh. */
  show(answer: MapView, us: { id: OrganizationId; name: string }): void {
    const before = this.scene;
    if (this.#owner !== us.id) {
      this.#owner = us.id;
      this.whole = true;
      this.selected = new Set();
      this.hiddenKinds = new Set();
      this.hiddenCharacters = new Set();
      this.folding = false;
      this.groupOf = new Map();
    }
    const scene = sceneOf(answer.list, answer.outline, us);
    this.scene = scene;
    if (this.hovered !== null && !scene.nodes.has(this.hovered)) this.hovered = null;
    // One just added is in no answer yet: only what was there and is gone is forgotten.
    const gone = (id: string): boolean => before?.nodes.has(id) === true && !scene.nodes.has(id);
    if ([...this.selected].some(gone)) this.selected = new Set([...this.selected].filter((id) => !gone(id)));
    const { partner } = navigation;
    if (partner !== null && gone(partner)) navigation.partner = null;
    if (this.whole) this.settle();
    const awaited = this.#awaited;
    if (awaited !== null && scene.nodes.has(awaited)) this.reveal(awaited);
  }

  /** One partner, or with `add` one more (or one less). A folded group is selected alone. */
  select(id: OrganizationId, add = false): void {
    const node = this.drawn?.nodes.get(id);
    if (node && isFold(node)) {
      this.selected = new Set([id]);
      navigation.partner = null;
      return;
    }
    if (this.fold) this.selected = new Set();
    if (!add) {
      this.selected = new Set([id]);
      navigation.partner = id;
      return;
    }
    const next = toggled(this.selected, id);
    this.selected = next;
    navigation.partner = next.has(id) ? id : ([...next].at(-1) ?? null);
  }

  /** Several at once, the keys on one of them; with `add` beside what is selected already. */
  selectMany(ids: Iterable<OrganizationId>, primary?: OrganizationId, add = false): void {
    const kept = add && !this.fold ? this.selected : NOBODY;
    const next = new Set([...kept, ...ids]);
    this.selected = next;
    navigation.partner = primary ?? [...next].at(-1) ?? null;
  }

  /** Every partner that is drawn. */
  selectAll(): void {
    const shown = [...(this.drawn?.nodes.values() ?? [])].filter((node) => !node.us && !isFold(node));
    const ids = shown.filter((node) => this.isShown(node)).map(({ id }) => id);
    const { partner } = navigation;
    this.selectMany(ids, partner !== null && ids.includes(partner) ? partner : ids[0]);
  }

  clearSelection(): void {
    this.selected = new Set();
    navigation.partner = null;
  }

  /** Another screen, the palette or the outline chose a partner: show where it is. */
  follow(id: OrganizationId | null): void {
    if (id === null) {
      if (this.selected.size > 0 && !this.fold) this.selected = new Set();
      return;
    }
    if (this.selected.has(id)) return;
    this.selected = new Set([id]);
    this.reveal(id);
  }

  /** Brings a partner into the view, also one that the next answer will hold. */
  reveal(id: OrganizationId): void {
    const node = this.scene?.nodes.get(id) ?? this.drawn?.nodes.get(id);
    this.#awaited = node ? null : id;
    if (!node || this.view.w === 0) return;
    this.#unhide(node);
    const group = this.drawn?.foldedIn?.has(id) ? this.groupOf.get(id) : undefined;
    if (group !== undefined) this.open(group);
    // A folded group can be read from afar.
    const to = flightTo(this.camera, node, this.view, INSET, node.members ? 0 : undefined);
    if (to !== this.camera) this.fly(to);
  }

  focusSelection(): void {
    const node = this.primary;
    if (node)
      this.fly(flightTo({ ...this.camera, scale: Math.max(1, this.camera.scale) }, node, this.view, this.view.w));
  }

  /** Folds all groups, or none. */
  toggleFolding(): void {
    this.folding = !this.folding;
    this.opened = new Set();
    if (this.fold) this.selected = new Set();
  }

  /** Unfolds one group in place. */
  open(group: string): void {
    this.opened = new Set([...this.opened, group]);
  }

  /** Opens a folded group and selects the first of its members. */
  unfold(fold: MapNode): void {
    this.open(fold.name);
    const [first] = fold.members ?? [];
    if (first !== undefined) this.select(first);
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

  /** Shows a gesture's end at once; the answer is what the map looked like before. */
  putMany(moves: Moves): Scene | null {
    const before = this.scene;
    if (before) this.scene = movedMany(before, moves);
    return before;
  }

  /** Springs a refused gesture back, unless a newer answer is shown by now. */
  takeBackMany(before: Scene, moves: Moves): void {
    if (!this.scene || this.scene.list !== before.list) return;
    let latest = this.scene;
    const still = calm();
    const start = performance.now();
    const step = (now: number): void => {
      if (this.scene !== latest) return;
      const t = still ? 1 : Math.min(1, Math.max(0, (now - start) / SPRING));
      latest = t < 1 ? movedMany(before, part(before, moves, (1 - t) ** 3)) : before;
      this.scene = latest;
      if (t < 1) requestAnimationFrame(step);
    };
    step(start);
  }

  #folded(): Scene | null {
    if (!this.scene || !this.folding || !this.canFold || this.groupOf.size === 0) return this.scene;
    const { groupOf, opened, hiddenKinds, hiddenCharacters } = this;
    const attention = { hovered: null, selected: new Set<string>(), hiddenKinds, hiddenCharacters, lifted: NOBODY };
    return folded(this.scene, { groupOf, opened, isShown: (node) => isShown(node, attention) }, textWidth);
  }

  #unhide(node: MapNode): void {
    if (this.hiddenKinds.has(node.kind)) this.toggleKind(node.kind);
    if (this.hiddenCharacters.has(node.character)) this.toggleCharacter(node.character);
  }
}

export const map = new MapState();
