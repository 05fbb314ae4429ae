import { describe, expect, it } from 'vitest';
import type { TimelineRowView } from '../../api/generated';
import { inSight, moved, parentOf, treeRows } from './rows';

const task = { id: 't', name: 'Task', phase: '', owner: '', start: null, due: null, done: false, overdue: false };
const view = (lane: string, motion: string | null, y: number, of: typeof task | null = null): TimelineRowView => ({
  lane,
  motion,
  task: of,
  y,
  height: 30,
});
const rows = treeRows([
  view('a', null, 0),
  view('a', 'm', 30),
  view('a', 'm', 60, task),
  view('b', null, 90),
  view('b', 'm', 120),
]);

describe('rows of the timeline', () => {
  it('are told apart, also a motion in two lanes', () => {
    expect(rows.map(({ key, level }) => [key, level])).toEqual([
      ['a', 1],
      ['a/m', 2],
      ['a/m/t', 3],
      ['b', 1],
      ['b/m', 2],
    ]);
  });

  it('lie in one another', () => {
    expect(rows.map((row) => parentOf(rows, row)?.key)).toEqual([undefined, 'a', 'a/m', undefined, 'b']);
  });

  it('are walked through', () => {
    const check = (at: number, key: string, expected: string | undefined): void =>
      expect(moved(rows, at, key, 3)?.key).toBe(expected);
    check(-1, 'ArrowDown', 'a');
    check(-1, 'ArrowUp', 'b/m');
    check(4, 'ArrowDown', 'b/m');
    check(1, 'ArrowUp', 'a');
    check(0, 'PageDown', 'b');
    check(2, 'Home', 'a');
    check(0, 'End', 'b/m');
    check(0, 'x', undefined);
  });

  it('exist where they are in sight', () => {
    const many = treeRows(Array.from({ length: 1000 }, (_, i) => view('a', `m${i}`, i * 30)));
    const seen = inSight(many, 3000, 3600);
    expect(seen[0]?.view.y).toBeLessThan(3000);
    expect(seen.at(-1)?.view.y).toBeGreaterThan(3600);
    expect(seen.length).toBeLessThan(40);
  });
});
