/** Who pays which part of a budget line, as it is typed and shown. What nobody else pays, we pay. Pure. */

import type {
  BudgetLineView,
  LineShare,
  LineShareView,
  Money,
  OrganizationId,
  SharePart,
} from '../../../../api/generated';
import { amountOf, typedAgain } from '../../amount';

/** The parts of those who are not us, as the core takes them. */
export function partsOf(line: BudgetLineView): LineShare[] {
  return others(line).map(({ organization, percent, amount }) => ({
    organization,
    part: amount === null ? { percent: percent ?? 0 } : { amount },
  }));
}

/** The same with one part changed, added, or taken away. */
export function withPart(line: BudgetLineView, organization: OrganizationId, part: SharePart | null): LineShare[] {
  const parts = partsOf(line);
  if (part === null) return parts.filter((each) => each.organization !== organization);
  return parts.some((each) => each.organization === organization)
    ? parts.map((each) => (each.organization === organization ? { organization, part } : each))
    : [...parts, { organization, part }];
}

export function others(line: BudgetLineView): LineShareView[] {
  return line.shares.filter((share) => !share.is_us);
}

/** What is left for us of the planned amount, to the cent. */
export function ours(line: BudgetLineView): Money {
  const digits = line.planned.amount.split('.')[1]?.length ?? 0;
  const unit = 10 ** digits;
  const paid = others(line).reduce((sum, share) => sum + Math.round(Number(share.pays.amount) * unit), 0);
  const left = Math.round(Number(line.planned.amount) * unit) - paid;
  return { amount: (left / unit).toFixed(digits), currency: line.planned.currency };
}

/** The greatest percentage that one of them can still take. */
export function roomFor(line: BudgetLineView, organization: OrganizationId): number {
  const taken = others(line).filter((share) => share.organization !== organization);
  return Math.max(0, 100 - taken.reduce((sum, share) => sum + (share.percent ?? 0), 0));
}

/** "30 %" is a part, "3000" an amount; nothing where it is neither. */
export function readPart(typed: string, currency: string): SharePart | undefined {
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(typed.trim());
  if (percent) return Number(percent[1]) <= 100 ? { percent: Number(percent[1]) } : undefined;
  const amount = amountOf(typed);
  return amount === undefined ? undefined : { amount: { amount, currency } };
}

/** As it can be typed again. */
export function partText(share: LineShareView): string {
  return share.amount === null ? percentText(share.percent ?? 0) : typedAgain(share.amount.amount);
}

export function percentText(percent: number): string {
  return `${Number(percent.toFixed(2))}%`;
}

/** "8 %" or "8" of money is 0.08; of things it is what each costs. */
export function readRate(typed: string, ofMoney: boolean): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(typed.trim());
  if (!match || (!ofMoney && typed.includes('%'))) return undefined;
  const figure = Number(match[1]);
  return ofMoney ? figure / 100 : figure;
}

export function rateText(rate: number, ofMoney: boolean): string {
  return ofMoney ? percentText(rate * 100) : String(Number(rate.toFixed(4)));
}
