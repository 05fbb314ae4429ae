/** Days as ISO text. No time of day, no time zone. */

const DAY = 86_400_000;

export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function shifted(iso: string, days: number): string {
  return isoOf(dayNumber(iso) + days);
}

/** A real day of the calendar, as `<input type="date">` writes it. */
export function isDay(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && isoOf(dayNumber(iso)) === iso;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `18 Jun`, `18 Jun 2026`: where there is little room. */
export function spokenShort(iso: string, withYear = false): string {
  const [year = '', month = '1', day = '1'] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${withYear ? ` ${year}` : ''}`;
}
