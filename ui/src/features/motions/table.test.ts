import { expect, it } from 'vitest';
import type { MotionRow, WorkspaceState } from '../../api/generated';
import { foundMotions, motionChange, motionColumns, motionRead, sortedMotions, type MotionColumn } from './table';

const state = {
  motion_kinds: [{ key: 'co_created', name: 'Co-created content' }],
  owners: [],
} as unknown as WorkspaceState;
const motion = (more: Partial<MotionRow>): MotionRow => ({
  id: 'a',
  name: 'Report',
  kind: 'co_created',
  character: 'unknown',
  status: 'running',
  health: 'on_track',
  owner: null,
  budget: { amount: '12000.00', currency: 'EUR' },
  partners: [],
  start: '2026-03-01',
  end: '2026-06-30',
  progress: 0.5,
  active: true,
  base: { start: null, end: null, active: null, budget: null },
  ...more,
});

it('reads an edited cell as a change of the motion, or as none', () => {
  const check = (column: MotionColumn, value: string, expected: unknown): void =>
    expect(motionChange(motion({}), column, value, state)).toEqual(expected);
  check('name', 'Benchmark', { field: 'name', value: 'Benchmark' });
  check('name', 'Report', undefined);
  check('name', '', undefined);
  check('status', 'done', { field: 'status', value: 'done' });
  check('status', 'nonsense', undefined);
  check('end', '2026-07-31', { field: 'dates', value: { start: '2026-03-01', end: '2026-07-31' } });
  check('budget', '15000.00', { field: 'budget', value: { amount: '15000.00', currency: 'EUR' } });
  check('budget', '12000.00', undefined);
  check('progress', '1', undefined);
});

it('keeps amounts and days as they are written in files', () => {
  expect(motionRead('budget')?.('12k')).toBe('12000.00');
  expect(motionRead('budget')?.('much')).toBeNull();
  expect(motionRead('start')?.('2026-02-30')).toBeNull();
});

it('sorts by what cells mean, not by their words', () => {
  const rows = [
    motion({ id: 'a', status: 'done', progress: null, budget: { amount: '900.00', currency: 'EUR' } }),
    motion({ id: 'b', status: 'idea', progress: 0.9, budget: { amount: '10000.00', currency: 'EUR' } }),
  ];
  const check = (column: MotionColumn, expected: string): void =>
    expect(
      sortedMotions(rows, [{ column, descending: false }], state)
        .map(({ id }) => id)
        .join(''),
    ).toBe(expected);
  check('budget', 'ab');
  check('status', 'ba');
  check('progress', 'ba');
});

it('finds by name, kind and partner, and leaves out what does not fit', () => {
  expect(foundMotions([motion({})], 'co-created rep', state)).toHaveLength(1);
  expect(foundMotions([motion({})], 'roadshow', state)).toHaveLength(0);
  const narrow = motionColumns(900).map(({ id }) => id);
  expect(narrow).not.toContain('partners');
  expect(motionColumns(2000)).toHaveLength(10);
});
