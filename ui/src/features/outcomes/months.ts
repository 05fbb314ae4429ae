import type { Month, MotionVariance, PlotMonth, Reading } from '../../api/generated';

/** What stands where there is no figure. */
export const NONE = '—';

/** The month whose place on the chart is nearest to `x`; none outside the plot. */
export function monthAt(months: readonly PlotMonth[], x: number, left: number, width: number): number | null {
  if (months.length === 0 || x < left - 12 || x > left + width + 12) return null;
  let nearest = 0;
  months.forEach((month, index) => {
    if (Math.abs(month.x - x) < Math.abs((months[nearest]?.x ?? Infinity) - x)) nearest = index;
  });
  return nearest;
}

/** One month in words, for a screen reader. */
export function monthWords(month: Pick<PlotMonth, 'label' | 'readings'>): string {
  return `${month.label}: ${readingWords(month.readings)}`;
}

/** Figures in words: `Actual €12k, Projected €10k`. */
export function readingWords(readings: readonly Pick<Reading, 'name' | 'text'>[]): string {
  return readings.length === 0 ? 'no figures' : readings.map(({ name, text }) => `${name} ${text}`).join(', ');
}

/** The months that a drag from one place to another covers, the earlier first; none of a click. */
export function brushed(
  months: readonly PlotMonth[],
  from: number | null,
  to: number | null,
): readonly [Month, Month] | null {
  if (from === null || to === null || from === to) return null;
  const [first, last] = [months[Math.min(from, to)]?.month, months[Math.max(from, to)]?.month];
  return first && last ? [first, last] : null;
}

/** Length of a bar to either side of the middle, as a share of the longest. */
export function barShare(value: number | null, longest: number): number {
  return value === null || longest === 0 ? 0 : Math.min(1, Math.abs(value) / longest);
}

/** Whether anything was planned for a motion, or measured of it, in the months to date. */
export function isStarted({ planned, actual }: Pick<MotionVariance, 'planned' | 'actual'>): boolean {
  return (planned ?? 0) !== 0 || (actual ?? 0) !== 0;
}

/** A number of months in a row, the first of them `before` months earlier than `month`. */
export function monthsAround(month: Month, before: number, count: number): Month[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (number - 1) - before + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
