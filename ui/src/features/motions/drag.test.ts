import { describe, expect, it } from 'vitest';
import type { Item } from '../../api/generated';
import { bars, dragged, edges, gripAt, pulled } from './drag';

const dates = { start: '2026-03-01', end: '2026-03-10' };
const calendar = { months: ['2026-01', '2026-12'] as [string, string], width: 1200 };

describe('dragged', () => {
  it.each([
    ['whole', 5, { start: '2026-03-06', end: '2026-03-15' }],
    ['whole', -60, { start: '2025-12-31', end: '2026-01-09' }],
    ['start', 3, { start: '2026-03-04', end: '2026-03-10' }],
    ['start', 99, { start: '2026-03-10', end: '2026-03-10' }],
    ['end', 99, { start: '2026-03-01', end: '2026-06-17' }],
    ['end', -99, { start: '2026-03-01', end: '2026-03-01' }],
  ] as const)('%s by %i days', (grip, days, expected) => {
    expect(dragged(dates, grip, days)).toEqual(expected);
  });
});

describe('pulled', () => {
  it.each([
    ['whole', 0, dates],
    ['whole', 100, { start: '2026-04-01', end: '2026-04-10' }],
    ['end', 100, { start: '2026-03-01', end: '2026-04-10' }],
    ['start', -100, { start: '2026-02-01', end: '2026-03-10' }],
  ] as const)('%s by %i pixels', (grip, dx, expected) => {
    expect(pulled(calendar, dates, grip, dx)).toEqual(expected);
  });
});

it('draws a bar from its first to the end of its last day', () => {
  expect(edges(calendar, { start: '2026-02-01', end: '2026-02-28' })).toEqual({ left: 100, right: 200 });
  expect(edges(calendar, { start: '2025-02-01', end: '2027-02-28' })).toEqual({ left: 0, right: 1200 });
});

describe('gripAt', () => {
  it.each([
    [100, 'start'],
    [150, 'whole'],
    [198, 'end'],
  ])('at %i it holds the %s', (x, expected) => {
    expect(gripAt({ x: 98, w: 104 }, x)).toBe(expected);
  });

  it('moves a short bar as a whole', () => {
    expect(gripAt({ x: 0, w: 20 }, 1)).toBe('whole');
  });
});

it('finds the bars among everything else', () => {
  const rect = (id: string | null, x: number): Item => ({
    type: 'rect',
    id,
    rect: { x, y: 10, w: 100, h: 14 },
    radius: 3,
    fill: null,
    hatch: null,
    stroke: null,
  });
  const found = bars([rect('motion:a', 10), rect(null, 0), rect('lane:x', 5)]);
  expect([...found.values()].map((bar) => [bar.motion, bar.x])).toEqual([['a', 10]]);
});
