/** Where a day lies on the timeline: all months are equally wide, as the picture crate draws them. */

import type { Month } from '../../api/generated';
import { isoOf, dayNumber } from './days';

export interface Calendar {
  /** First and last month. */
  months: readonly [Month, Month];
  width: number;
}

function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function firstDay(month: number): number {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);
}

function columnWidth({ months, width }: Calendar): number {
  return width / Math.max(1, monthNumber(months[1]) - monthNumber(months[0]) + 1);
}

/** Where a day begins; days beyond the timeline lie beyond its edges. */
export function xOf(calendar: Calendar, iso: string): number {
  const month = monthNumber(iso);
  const [start, end] = [firstDay(month), firstDay(month + 1)];
  const part = (dayNumber(iso) - start) / (end - start);
  return columnWidth(calendar) * (month - monthNumber(calendar.months[0]) + part);
}

/** The day that begins nearest to a place. */
export function dayAt(calendar: Calendar, x: number): string {
  const place = x / columnWidth(calendar);
  const month = monthNumber(calendar.months[0]) + Math.floor(place);
  const [start, end] = [firstDay(month), firstDay(month + 1)];
  return isoOf(start + Math.round((place - Math.floor(place)) * (end - start)));
}
