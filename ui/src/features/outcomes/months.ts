import type { Month, MonthFigures, MotionVariance } from '../../api/generated';

/** What stands where there is no figure. */
export const NONE = '—';

/** The month whose place on the chart is nearest to `x`; none outside the plot. */
export function monthAt(months: readonly MonthFigures[], x: number, left: number, width: number): number | null {
  if (months.length === 0 || x < left - 12 || x > left + width + 12) return null;
  let nearest = 0;
  months.forEach((month, index) => {
    if (Math.abs(month.x - x) < Math.abs((months[nearest]?.x ?? Infinity) - x)) nearest = index;
  });
  return nearest;
}

/** One month in words, for a screen reader. */
export function monthWords(month: MonthFigures): string {
  const actual =
    month.actual === null ? 'no actual yet' : `actual ${month.actual_text}, ${month.variance_text} to plan`;
  return `${month.label}: projected ${month.projected_text}, ${actual}`;
}

/** Length of a bar to either side of the middle, as a share of the longest. */
export function barShare(value: number | null, longest: number): number {
  return value === null || longest === 0 ? 0 : Math.min(1, Math.abs(value) / longest);
}

/** Whether a month has anything to draw; months before and after a projection are zero. */
export function hasFigure(month: MonthFigures): boolean {
  return month.actual !== null || (month.projected ?? 0) !== 0;
}

/** Whether a motion was planned or measured in the months to date. */
export function isStarted(motion: MotionVariance): boolean {
  return motion.planned_text !== NONE || motion.actual_text !== NONE;
}

/** A number of months in a row, the first of them `before` months earlier than `month`. */
export function monthsAround(month: Month, before: number, count: number): Month[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (number - 1) - before + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
