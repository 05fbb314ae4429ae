/** What moved since a plan was locked, as lines of a table. Pure. */

import type { FigureShiftView, MoneyShiftView, MotionShiftView } from '../../../api/generated';
import { countText, moneyText } from '../../../shared/format';

/** "12 days later", "3 days earlier"; nothing where it stayed. */
export function daysText(days: number): string {
  if (days === 0) return '';
  return `${countText(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** "+€4,000", "−€500". */
export function differenceText({ difference }: MoneyShiftView): string {
  const negative = difference.amount.startsWith('-');
  const size = moneyText({ ...difference, amount: difference.amount.replace(/^-/, '') });
  return `${negative ? '−' : '+'}${size}`;
}

export interface Line {
  what: string;
  then: string;
  now: string;
  difference: string;
  /** For the better; none where it is neither. */
  better: boolean | null;
}

/** A motion's changes, one line for each: dates first, then money, then projections. */
export function linesOf(motion: MotionShiftView): Line[] {
  const dates = [
    { what: 'First day', days: motion.start_days },
    { what: 'Last day', days: motion.end_days },
  ];
  return [
    ...dates
      .filter(({ days }) => days !== 0)
      .map(({ what, days }) => ({ what, then: '', now: '', difference: daysText(days), better: null })),
    ...motion.budget.map((shift) => moneyLine('Budget', shift)),
    ...motion.projections.map(figureLine),
  ];
}

export function moneyLine(what: string, shift: MoneyShiftView): Line {
  return {
    what,
    then: moneyText(shift.then),
    now: moneyText(shift.now),
    difference: differenceText(shift),
    better: null,
  };
}

function figureLine(shift: FigureShiftView): Line {
  return {
    what: shift.metric_name,
    then: shift.then_text,
    now: shift.now_text,
    difference: shift.difference_text,
    better: shift.better,
  };
}
