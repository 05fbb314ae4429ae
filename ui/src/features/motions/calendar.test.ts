import { describe, expect, it } from 'vitest';
import { asked, dayAt, fitted, panned, showing, snapOf, steppedIn, steppedOut, xOf, zoomed } from './calendar';
import { dayNumber } from './days';

const year = fitted(['2026-01-01', '2026-12-31'], 740);

describe('the calendar', () => {
  it('fits the plan', () => {
    expect(year.perDay).toBeCloseTo(2);
    expect(xOf(year, '2026-01-01')).toBeCloseTo(0);
    expect(xOf(year, '2026-02-01')).toBeCloseTo(62);
    expect(dayAt(year, 62.5)).toBe('2026-02-01');
  });

  it('zooms around the pointer', () => {
    for (const x of [0, 100, 555]) {
      for (const factor of [0.3, 1.1, 7]) {
        const near = zoomed(year, factor, x);
        expect(near.left + x / near.perDay).toBeCloseTo(year.left + x / year.perDay);
      }
    }
    expect(steppedOut(steppedIn(year, 70), 70).perDay).toBeCloseTo(year.perDay);
  });

  it('ends at days and at decades', () => {
    expect(zoomed(year, 1e6, 0).perDay).toBe(60);
    expect(zoomed(year, 1e-6, 0).perDay).toBe(0.1);
  });

  it('snaps to what can be told apart', () => {
    expect(snapOf(year)).toBe(7);
    expect(snapOf(zoomed(year, 4, 0))).toBe(1);
  });

  it('asks for the same days while it is panned a little, and always for those in sight', () => {
    const requests = new Set<string>();
    for (let x = 0; x < 740; x += 10) {
      const camera = panned(year, x);
      const { from, to } = asked(camera, 740);
      expect(dayNumber(from)).toBeLessThanOrEqual(camera.left);
      expect(dayNumber(to)).toBeGreaterThanOrEqual(camera.left + 740 / camera.perDay);
      requests.add(from);
    }
    expect(requests.size).toBeLessThanOrEqual(2);
  });

  it('brings days into sight, and leaves those that are', () => {
    expect(showing(year, { start: '2026-03-01', end: '2026-04-01' }, 740)).toBe(year);
    const later = showing(year, { start: '2028-03-01', end: '2028-04-01' }, 740);
    expect(xOf(later, '2028-03-01')).toBeCloseTo(185);
  });
});
