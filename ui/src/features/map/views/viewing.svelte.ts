import type {
  FieldView,
  Legend,
  LockedPlanView,
  MapView,
  OrganizationId,
  PathView,
  SavedView,
} from '../../../api/generated';
import { preferences } from '../../../shared/preferences.svelte';
import { indexOf, mineOf } from './filter';
import { look } from './look.svelte';

export type Panel = 'filter' | 'more' | 'compare' | 'views';
/** A choice of the toolbar that stands under More where there is little room. */
export type Choice = 'size' | 'color';
export type Question = 'save' | 'rename' | 'export';

/** A way by which one partner can be introduced to another. */
export interface Path {
  words: string;
  /** Everybody on it; none where no chain of relationships joins the two. */
  organizations: readonly OrganizationId[];
}

/** In less room above the map, sizes and colors are chosen under More. */
const ROOM = 850;

/** What belongs to looking but not to the look: lists to choose from, and what is open. One for the window. */
class Viewing {
  fields = $state.raw<readonly FieldView[]>([]);
  views = $state.raw<readonly SavedView[]>([]);
  plans = $state.raw<readonly LockedPlanView[]>([]);
  /** Of the map that is shown. */
  legend = $state.raw<Legend | undefined>();
  panel = $state<Panel | null>(null);
  /** Which condition the panel of the filter is about; none is a new one. */
  condition = $state<number | null>(null);
  /** Where the panel More begins. */
  choice: Choice | null = null;
  question = $state<Question | null>(null);
  path = $state.raw<Path | null>(null);
  /** The picture that stays while edits go on. */
  frozen = $state.raw<MapView | null>(null);
  /** The width of the tools above the map. */
  room = $state(Infinity);
  readonly narrow = $derived(this.room < ROOM);
  /** The newest picture, frozen or not. */
  latest = $state.raw<MapView | undefined>();

  readonly chosen = $derived(this.views.find(({ id }) => id === look.request.view));
  readonly mine = $derived(mineOf(this.fields, preferences.value.author));

  get mineAt(): number {
    return this.mine ? indexOf(look.settings.filter, this.mine) : -1;
  }

  openFilter(condition: number | null): void {
    this.condition = condition;
    this.panel = 'filter';
  }

  openMore(choice: Choice): void {
    this.choice = choice;
    this.panel = 'more';
  }

  /** For a panel's two-way binding. */
  setOpen(panel: Panel, open: boolean): void {
    if (open) this.panel = panel;
    else if (this.panel === panel) this.panel = null;
    if (!open) this.choice = null;
  }

  tell(path: PathView): void {
    const steps = path.steps ?? [];
    const [first] = steps;
    this.path = { words: path.words, organizations: first ? [first.from, ...steps.map(({ to }) => to)] : [] };
  }
}

export const viewing = new Viewing();

/** The button of a choice, once it is on the page. */
export function choiceButton(choice: Choice): HTMLElement | null {
  return document.querySelector(`[data-choice="${choice}"] button`);
}
