import { describe, expect, it } from 'vitest';
import type { MetricView, PlotMonth } from '../../api/generated';
import { barShare, brushed, isStarted, monthAt, monthsAround, monthWords } from './months';
import { firstChoice, stepped } from './outcomes.svelte';

const month = (x: number, more: Partial<PlotMonth> = {}): PlotMonth => ({
  month: '2026-01',
  label: 'Jan 2026',
  x,
  readings: [],
  ...more,
});

describe('the month under the pointer', () => {
  const months = [month(100), month(150), month(200)];
  it.each([
    [20, null],
    [90, 0],
    [124, 0],
    [126, 1],
    [199, 2],
    [211, 2],
    [300, null],
  ])('at %i is %s', (x, expected) => {
    expect(monthAt(months, x, 90, 112)).toBe(expected);
  });

  it('is none on an empty chart', () => {
    expect(monthAt([], 100, 0, 200)).toBeNull();
  });

  it.each([
    [-1, 1, 0],
    [-1, -1, 11],
    [5, 1, 6],
    [11, 1, 11],
    [0, -1, 0],
    [-1, -Infinity, 0],
    [-1, Infinity, 11],
    [4, -Infinity, 0],
  ])('from %s, a step of %i leads to %i', (from, by, expected) => {
    expect(stepped(from, by, 12)).toBe(expected);
  });
});

it('reads a month out in words', () => {
  expect(monthWords(month(0))).toBe('Jan 2026: no figures');
  const reading = (name: string, text: string) => ({ series: name, name, text, value: 1, y: null });
  const readings = [reading('Actual', '€112'), reading('Projected', '€100')];
  expect(monthWords(month(0, { readings }))).toBe('Jan 2026: Actual €112, Projected €100');
});

it('brushes over months in either direction, and not by a click', () => {
  const months = ['2026-01', '2026-02', '2026-03'].map((name) => month(0, { month: name }));
  expect(brushed(months, 2, 0)).toEqual(['2026-01', '2026-03']);
  expect(brushed(months, 1, 2)).toEqual(['2026-02', '2026-03']);
  expect(brushed(months, 1, 1)).toBeNull();
  expect(brushed(months, null, 1)).toBeNull();
});

it('draws bars as shares of the longest', () => {
  expect([barShare(-50, 100), barShare(null, 100), barShare(3, 0), barShare(200, 100)]).toEqual([0.5, 0, 0, 1]);
});

it('begins with the money that a strategy brings', () => {
  const metric = (key: string, side: MetricView['side'], unit: MetricView['unit']): MetricView => ({
    key,
    name: key,
    unit,
    side,
    definition: '',
  });
  const spend = metric('affiliate_revenue', 'tactical', 'money');
  const share = metric('share_of_target_accounts', 'strategic', 'ratio');
  const pipeline = metric('pipeline', 'strategic', 'money');
  expect(firstChoice([spend, share, pipeline])?.key).toBe('pipeline');
  expect(firstChoice([spend, share])?.key).toBe('share_of_target_accounts');
  expect(firstChoice([spend])?.key).toBe('affiliate_revenue');
  expect(firstChoice([])).toBeUndefined();
});

it('ranks only what has started', () => {
  const motions = [
    { planned: null, actual: null },
    { planned: 0, actual: 0 },
    { planned: 5000, actual: 0 },
    { planned: null, actual: 3 },
  ];
  expect(motions.map(isStarted)).toEqual([false, false, true, true]);
});

it('counts months over the turn of a year', () => {
  expect(monthsAround('2026-01', 2, 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});
