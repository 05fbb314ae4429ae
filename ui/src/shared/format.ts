import type { Money } from '../api/generated';

/** "18 June" or "18 June 2026". */
export function dayText(date: string, withYear = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: withYear ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** "Jan 2026" from "2026-01". */
export function monthText(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** "€118k", "€2.29M"; the decimal text goes to Intl as it is, so no figure is lost on the way. */
export function moneyText(money: Money): string {
  return amountText(money.amount, money.currency);
}

/** The same for a figure in whole units. */
export function amountText(amount: string | number, currency: string): string {
  const size = Math.abs(Number(amount));
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: size >= 10_000 ? 'compact' : 'standard',
    minimumFractionDigits: 0,
    maximumFractionDigits: size >= 1_000_000 ? 2 : 0,
  });
  return format.format(amount as Intl.StringNumericLiteral).replace('K', 'k');
}

/** "€12,000.00" in full, for a tooltip or a field beside it. */
export function moneyInFull(money: Money): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
  }).format(money.amount as Intl.StringNumericLiteral);
}

/** "Today, 09:12", "Yesterday", "11 June". */
export function whenText(time: string, now: Date = new Date()): string {
  const then = new Date(time);
  if (Number.isNaN(then.getTime())) return '';
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
  if (days === 0)
    return `Today, ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(then)}`;
  if (days === 1) return 'Yesterday';
  const year = then.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year }).format(then);
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** "1.2 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${numberText(bytes / 1024)} KB` : `${numberText(bytes / 1024 / 1024, 1)} MB`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
