import { describe, expect, it } from 'vitest';
import type { Item, MotionsView } from '../../api/generated';
import { bars, dayWidth, dragged, gripAt } from './drag';

function bar(id: string | null, x: number, w: number): Item {
  return { type: 'rect', id, rect: { x, y: 10, w, h: 14 }, radius: 3, fill: null, hatch: null, stroke: null };
}

const dates = { start: '2026-03-01', end: '2026-03-10' };

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

it('takes the bar itself, not the progress within', () => {
  const found = bars([bar('motion:a', 10, 100), bar('motion:a', 14, 40), bar(null, 0, 900)]);
  expect([...found.values()].map((b) => [b.motion, b.x, b.w])).toEqual([['a', 10, 100]]);
});

describe('dayWidth', () => {
  const row = { id: 'a', start: '2026-03-01', end: '2026-03-10' };
  function view(...items: Item[]): Pick<MotionsView, 'lanes' | 'timeline'> {
    return {
      lanes: [{ motions: [row] }] as unknown as MotionsView['lanes'],
      timeline: { bounds: { x: 0, y: 0, w: 500, h: 100 }, alt: '', items },
    };
  }

  it('is the bar over its days', () => {
    expect(dayWidth(view(bar('motion:a', 40, 30)))).toBe(3);
  });

  it('does not trust a bar that is cut off', () => {
    expect(dayWidth(view(bar('motion:a', 0, 30)))).toBeUndefined();
  });
});
