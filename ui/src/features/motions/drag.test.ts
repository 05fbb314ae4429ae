import { describe, expect, it } from 'vitest';
import type { Item } from '../../api/generated';
import { barAt, bars, dragged, gripAt, snapped, type Grip } from './drag';

const rect = (id: string | null, x: number, y: number): Item => ({
  type: 'rect',
  id,
  rect: { x, y, w: 100, h: 14 },
  radius: 4,
  fill: null,
  hatch: null,
  stroke: null,
});

describe('bars', () => {
  const all = bars([rect('task:t', 0, 90), rect('motion:m', 40, 50), rect(null, 0, 0), rect('motion:m', 40, 130)]);

  it('are the motions and tasks of the picture, also those in two lanes', () => {
    expect(all.map(({ what, id, y }) => [what, id, y])).toEqual([
      ['motion', 'm', 50],
      ['task', 't', 90],
      ['motion', 'm', 130],
    ]);
  });

  it('are hit, with their handles where they have some', () => {
    expect(barAt(all, 60, 55, 17)?.id).toBe('m');
    expect(barAt(all, 150, 55, 17)?.id).toBe('m');
    expect(barAt(all, 150, 55, 0)).toBeUndefined();
    expect(barAt(all, 60, 75, 17)).toBeUndefined();
  });
});

it('tells ends, middle and handle apart', () => {
  const cases: [number, number, Grip][] = [
    [100, 2, 'start'],
    [100, 50, 'whole'],
    [100, 97, 'end'],
    [100, 110, 'link'],
    [20, 2, 'whole'],
  ];
  for (const [w, x, expected] of cases) expect(gripAt({ x: 0, w }, x)).toBe(expected);
});

describe('a pull', () => {
  const dates = { start: '2026-03-01', end: '2026-03-10' };
  const cases: [Grip, number, string, string][] = [
    ['whole', 5, '2026-03-06', '2026-03-15'],
    ['whole', -1, '2026-02-28', '2026-03-09'],
    ['start', -3, '2026-02-26', '2026-03-10'],
    ['start', 30, '2026-03-10', '2026-03-10'],
    ['end', 2, '2026-03-01', '2026-03-12'],
    ['end', -30, '2026-03-01', '2026-03-01'],
  ];
  it.each(cases)('of the %s by %i days', (grip, days, start, end) => {
    expect(dragged(dates, grip, days)).toEqual({ start, end });
  });

  it('goes in whole snaps', () => {
    expect(snapped(9, 2, 7)).toBe(7);
    expect(snapped(6, 2, 7)).toBe(0);
    expect(snapped(-26, 24, 1)).toBe(-1);
  });
});
