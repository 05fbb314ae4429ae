/** What is being moved in time: held by the hand or the keys, asked about, or on its way to the core. */

import { call } from '../../api/client';
import type { MotionDates, MovedView, PlanItem } from '../../api/generated';
import { attempt } from '../../shared/toasts';
import { dayNumber } from './days';
import { dragged, type Grip } from './drag';

/** Something of the plan with dates. */
export interface Movable {
  what: 'motion' | 'task';
  id: string;
  name: string;
}

export interface Held {
  item: Movable;
  before: MotionDates;
  dates: MotionDates;
}

/** Something where it would be. */
export interface Ghost {
  what: 'motion' | 'task';
  id: string;
  dates: MotionDates;
  /** It moves because something else does. */
  follows: boolean;
}

/** Others wait for what is moved: they move too, or not, or nothing does. */
export type Answer = 'all' | 'one' | 'none';

class Moving {
  held = $state.raw<Held | null>(null);
  /** Let go, and shown where it will be until the picture shows it there. */
  sent = $state.raw<Held | null>(null);
  asking = $state.raw<{ held: Held; also: readonly MovedView[] } | null>(null);

  /** Everything that is shown elsewhere than it is. */
  get shown(): readonly Ghost[] {
    const one = this.held ?? this.asking?.held ?? this.sent;
    if (!one) return [];
    const first: Ghost = { what: one.item.what, id: one.item.id, dates: one.dates, follows: false };
    const also = this.held ? [] : (this.asking?.also ?? []);
    return [first, ...also.flatMap(ghostOf)];
  }

  /** Takes hold of something, or of it again at other dates. */
  hold(item: Movable, before: MotionDates, dates: MotionDates): void {
    this.asking = null;
    this.held = { item, before, dates };
  }

  /** The keys move what they hold further, or take hold of it. */
  shift(item: Movable, before: MotionDates, grip: Grip, days: number): void {
    const held = this.held?.item.id === item.id ? this.held : { item, before, dates: before };
    this.hold(item, before, dragged(held.dates, grip, days));
  }

  /** Gives up. */
  drop(): void {
    this.held = null;
    this.asking = null;
    this.sent = null;
  }

  /** Lets go where it is; asks first where others would have to move. */
  async put(): Promise<void> {
    const held = this.held;
    this.held = null;
    if (!held || !isMoved(held)) return;
    this.sent = held;
    const preview = await attempt(() => call('plan_move_preview', moveOf(held)));
    if (!preview) this.sent = null;
    else if (preview.also.length === 0) await this.#send(held, false);
    else this.asking = { held, also: preview.also };
  }

  async answer(how: Answer): Promise<void> {
    const asked = this.asking;
    this.asking = null;
    if (asked && how !== 'none') await this.#send(asked.held, how === 'all');
    else this.sent = null;
  }

  async #send(held: Held, withWaiting: boolean): Promise<void> {
    const done = await attempt(() => call('plan_move', { ...moveOf(held), with_waiting: withWaiting }));
    if (!done) this.sent = null;
  }
}

export const moving = new Moving();

function isMoved({ before, dates }: Held): boolean {
  return before.start !== dates.start || before.end !== dates.end;
}

function moveOf({ item, before, dates }: Held): { what: PlanItem; start_days: number; end_days: number } {
  return {
    what: planItem(item),
    start_days: dayNumber(dates.start) - dayNumber(before.start),
    end_days: dayNumber(dates.end) - dayNumber(before.end),
  };
}

export function planItem({ what, id }: Pick<Movable, 'what' | 'id'>): PlanItem {
  return what === 'task' ? { task: id } : { motion: id };
}

/** Milestones move with their motion's bar. */
function ghostOf({ what, start, end }: MovedView): Ghost[] {
  if ('motion' in what) return [{ what: 'motion', id: what.motion, dates: { start, end }, follows: true }];
  if ('task' in what) return [{ what: 'task', id: what.task, dates: { start, end }, follows: true }];
  return [];
}
