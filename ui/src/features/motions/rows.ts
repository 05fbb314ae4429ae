/** The rows of the timeline as a tree: lanes, motions in them, tasks in open motions. Pure. */

import type { MotionId, MotionRow, TaskId, TimelineRowView } from '../../api/generated';

/** What the keys are on. A motion may stand in several lanes. */
export interface Place {
  lane: string;
  motion: MotionId | null;
  task: TaskId | null;
}

export interface TreeRow extends Place {
  key: string;
  view: TimelineRowView;
  level: 1 | 2 | 3;
}

export function keyOf({ lane, motion, task }: Place): string {
  return [lane, motion, task].filter((part) => part !== null).join('/');
}

export function treeRows(rows: readonly TimelineRowView[]): TreeRow[] {
  return rows.map((view) => {
    const place = { lane: view.lane, motion: view.motion, task: view.task?.id ?? null };
    return { ...place, key: keyOf(place), view, level: place.task !== null ? 3 : place.motion !== null ? 2 : 1 };
  });
}

/** The row that holds this one. */
export function parentOf(rows: readonly TreeRow[], row: TreeRow): TreeRow | undefined {
  const parent = row.level === 3 ? { ...row, task: null } : { lane: row.lane, motion: null, task: null };
  return row.level === 1 ? undefined : rows.find(({ key }) => key === keyOf(parent));
}

/** Where a key leads from a row; nothing where it leads nowhere. */
export function moved(rows: readonly TreeRow[], at: number, key: string, page: number): TreeRow | undefined {
  const last = rows.length - 1;
  const to = ((): number | undefined => {
    switch (key) {
      case 'ArrowDown':
        return at + 1;
      case 'ArrowUp':
        return at < 0 ? last : at - 1;
      case 'Home':
        return 0;
      case 'End':
        return last;
      case 'PageDown':
        return at + page;
      case 'PageUp':
        return at - page;
      default:
        return undefined;
    }
  })();
  return to === undefined ? undefined : rows[Math.min(last, Math.max(0, to))];
}

/** Rows that meet the view, with a few above and below. */
export function inSight(rows: readonly TreeRow[], top: number, bottom: number): readonly TreeRow[] {
  const margin = 120;
  let first = 0;
  let end = rows.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    const row = rows[middle];
    if (row && row.view.y + row.view.height < top - margin) first = middle + 1;
    else end = middle;
  }
  let last = first;
  while (last < rows.length && (rows[last]?.view.y ?? 0) < bottom + margin) last += 1;
  return rows.slice(first, last);
}

/** Whether a motion has tasks that its row could open to. */
export function hasTasks(motion: MotionRow | undefined): boolean {
  return motion !== undefined && motion.progress !== null;
}

/** The same set with one more, or without it. */
export function having<T>(set: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
