/** What is done with the motion or task that the keys are on; keys, the palette and menus do the same. */

import type { MotionDates, MotionRow, TimelineTaskView } from '../../api/generated';
import { navigation } from '../../shared/navigation.svelte';
import { snapOf } from './calendar';
import { deleteMotion, tick, updateMotion } from './commands';
import type { Grip } from './drag';
import { moving, type Movable } from './moving.svelte';
import { keyOf, type TreeRow } from './rows';
import { motionsState } from './state.svelte';

/** The row that the keys are on. */
export function chosenRow(): TreeRow | undefined {
  const { place } = motionsState;
  return place === null ? undefined : motionsState.rows.find(({ key }) => key === keyOf(place));
}

/** What a row stands for, with its dates; nothing for a lane or a task without days. */
export function movableOf(row: TreeRow | undefined): { item: Movable; dates: MotionDates } | undefined {
  const task = row?.view.task;
  if (task) return movableTask(task);
  const motion = row?.motion ? motionsState.motions.get(row.motion) : undefined;
  return motion && movableMotion(motion);
}

export function movableMotion({ id, name, start, end }: MotionRow): { item: Movable; dates: MotionDates } {
  return { item: { what: 'motion', id, name }, dates: { start, end } };
}

export function movableTask({
  id,
  name,
  start,
  due,
}: TimelineTaskView): { item: Movable; dates: MotionDates } | undefined {
  const [first, last] = [start ?? due, due ?? start];
  if (first === null || last === null) return undefined;
  return { item: { what: 'task', id, name }, dates: { start: first, end: last } };
}

/** Moves what is chosen, or one of its ends, by one snap; it stays held until it is put. */
export function shiftChosen(grip: Exclude<Grip, 'link'>, direction: 1 | -1): boolean {
  const held = movableOf(chosenRow());
  if (!held) return false;
  moving.shift(held.item, held.dates, grip, direction * snapOf(motionsState.seen));
  return true;
}

/** Ticks the task, or finishes the motion; a second time takes that back. */
export function markDone(): void {
  const row = chosenRow();
  const task = row?.view.task;
  if (task) {
    void tick(task.id, !task.done);
    return;
  }
  const motion = row?.motion ? motionsState.motions.get(row.motion) : undefined;
  if (motion) void updateMotion(motion.id, { field: 'status', value: motion.status === 'done' ? 'running' : 'done' });
}

/** Deletes the motion. */
export function removeChosen(): void {
  const row = chosenRow();
  const motion = row?.level === 2 && row.motion ? motionsState.motions.get(row.motion) : undefined;
  if (motion) void deleteMotion(motion.id, motion.name);
}

/** Shows or hides what is inside a row. */
export function unfold(row: TreeRow | undefined, on: boolean): void {
  if (row?.level === 1) motionsState.collapse(row.lane, !on);
  else if (row?.level === 2 && row.motion !== null) motionsState.unfold(row.motion, on);
}

/** Goes to a row; its motion is the one in the drawer. */
export function goTo(row: TreeRow): void {
  motionsState.place = { lane: row.lane, motion: row.motion, task: row.task };
  if (row.motion !== null) navigation.motion = row.motion;
}
