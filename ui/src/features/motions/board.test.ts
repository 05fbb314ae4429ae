import { expect, it } from 'vitest';
import type { MotionRow, MotionStatus } from '../../api/generated';
import { columnsOf, neighbor, nextCard } from './board';

const motion = (id: string, status: MotionStatus): MotionRow => ({
  id,
  name: id,
  kind: 'co_created',
  character: 'unknown',
  status,
  health: 'on_track',
  owner: null,
  budget: { amount: '0.00', currency: 'EUR' },
  partners: [],
  start: '2026-01-01',
  end: '2026-02-01',
  progress: null,
  active: true,
  base: { start: null, end: null, active: null, budget: null },
});
const columns = columnsOf([motion('a', 'idea'), motion('b', 'idea'), motion('c', 'running'), motion('d', 'done')]);

it('has a column for each status, in the order of a motion’s life', () => {
  expect(columns.map(({ name, cards }) => `${name} ${cards.length}`).join(', ')).toBe(
    'Idea 2, Draft 0, Proposed 0, Agreed 0, Running 1, Paused 0, Done 1, Dropped 0',
  );
});

it('is walked through with the arrow keys', () => {
  const check = (from: string | null, key: string, expected: string | undefined): void =>
    expect(nextCard(columns, from, key)?.id).toBe(expected);
  check(null, 'ArrowDown', 'a');
  check('a', 'ArrowDown', 'b');
  check('b', 'ArrowDown', undefined);
  check('b', 'ArrowRight', 'c');
  check('c', 'ArrowRight', 'd');
  check('d', 'ArrowRight', undefined);
  check('c', 'ArrowLeft', 'a');
  check('b', 'Home', 'a');
});

it('knows the next status', () => {
  expect(neighbor('agreed', 1)).toBe('running');
  expect(neighbor('idea', -1)).toBeUndefined();
});
