/** Amounts as people type them: "12000", "12,000.50", "€12k", "1200 USD". */

import type { Money } from '../../api/generated';

/** Decimal text with two places, or nothing when it is no amount. */
export function amountOf(typed: string): string | undefined {
  const text = typed.replace(/[\s\u00a0_]/g, '').replace(/^[^\d.,-]+/, '');
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?([kKmM])?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', cents = '', unit] = match;
  const factor = unit === undefined ? 1 : unit.toLowerCase() === 'k' ? 1e3 : 1e6;
  const value = Number(`${whole.replaceAll(',', '')}.${cents || '0'}`) * factor;
  return Number.isFinite(value) && value < 1e13 ? value.toFixed(2) : undefined;
}

/** An amount in the currency that is written before or behind it, else in the usual one. */
export function moneyOf(typed: string, usual: string): Money | undefined {
  const match = /^(?:([A-Za-z]{3})\s+)?(.*?)(?:\s+([A-Za-z]{3}))?$/.exec(typed.trim());
  if (!match || (match[1] && match[3])) return undefined;
  const amount = amountOf(match[2] ?? '');
  return amount === undefined ? undefined : { amount, currency: (match[1] ?? match[3] ?? usual).toUpperCase() };
}

/** As it can be typed again: without cents where there are none. */
export function typedAgain(amount: string): string {
  return amount.replace(/\.0+$/, '');
}
