/** Functions by months: the days of work that are planned, beside the days that there are. Pure. */

import type { CapacityView, Function, LoadView, Month, OrganizationId } from '../../../api/generated';

/** Months that are shown beside each other. */
export const SHOWN = 6;

/** The month so many later; below zero, earlier. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const at = year * 12 + of - 1 + by;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** So many months from one on. */
export function monthsFrom(first: Month, count = SHOWN): Month[] {
  return Array.from({ length: count }, (_, index) => monthAfter(first, index));
}

export function daysOf(capacities: readonly CapacityView[], organization: OrganizationId, of: Function): number | null {
  return capacities.find((each) => each.organization === organization && each.function === of)?.days ?? null;
}

export function loadOf(loads: readonly LoadView[], of: Function, month: Month): number {
  return loads.find((load) => load.function === of && load.month === month)?.days ?? 0;
}

/** Days as they are typed: none (null) for an empty text, undefined where it is no number of days. */
export function readDays(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

export function daysText(days: number): string {
  return String(Math.round(days * 10) / 10);
}
