/** Accounts and deals as rows: columns, order, search and filters. Pure. */

import type { AccountRow, DealRow, DealStage, Money, TouchKind } from '../../api/generated';
import { countText, dayText, moneyInFull, moneyText, numberText } from '../../shared/format';
import { folded } from '../../shared/finding';
import { leastWidth, ordered, type GridColumn, type Sortable, type SortKey } from '../../shared/grid';

export type AccountColumn = 'name' | 'domain' | 'target' | 'deals' | 'open' | 'won' | 'partners';
export type DealColumn = 'name' | 'account' | 'amount' | 'stage' | 'opened' | 'closed' | 'motion' | 'partners';

export interface AccountShape extends GridColumn {
  id: AccountColumn;
}
export interface DealShape extends GridColumn {
  id: DealColumn;
}

const FIGURES: ReadonlySet<string> = new Set(['amount', 'deals', 'open', 'won']);

const shape = <C extends string>(
  id: C,
  label: string,
  least: number,
  share: number,
  editor: GridColumn['editor'],
  descendingFirst = false,
): GridColumn & { id: C } => ({
  id,
  label,
  least,
  track: share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`,
  sortable: true,
  editor,
  descendingFirst,
  figure: FIGURES.has(id),
});

export const ACCOUNT_COLUMNS: readonly AccountShape[] = [
  shape('name', 'Name', 180, 1.4, 'text'),
  shape('domain', 'Domain', 140, 1, 'text'),
  shape('target', 'Target', 84, 0, 'choice', true),
  shape('deals', 'Deals', 80, 0, 'none', true),
  shape('open', 'Open', 110, 0.6, 'none', true),
  shape('won', 'Won', 110, 0.6, 'none', true),
  shape('partners', 'Partners', 160, 1.3, 'none'),
];

export const DEAL_COLUMNS: readonly DealShape[] = [
  shape('name', 'Name', 170, 1.3, 'text'),
  shape('account', 'Account', 140, 1, 'text'),
  shape('amount', 'Amount', 112, 0, 'text', true),
  shape('stage', 'Stage', 82, 0, 'choice'),
  shape('opened', 'Opened', 124, 0, 'text', true),
  shape('closed', 'Closed', 124, 0, 'text', true),
  shape('motion', 'Motion', 130, 0.9, 'choice'),
  shape('partners', 'Partners', 150, 1.2, 'none'),
];

/** What the panel of a deal shows anyway goes first when there is little room. */
const DISPENSABLE: readonly DealColumn[] = ['motion', 'closed'];

export function dealColumnsFor(width: number): readonly DealShape[] {
  let shown = DEAL_COLUMNS;
  for (const id of DISPENSABLE) {
    if (leastWidth(shown, false) > width) shown = shown.filter((each) => each.id !== id);
  }
  return shown;
}

export const STAGES: Record<DealStage, string> = { open: 'Open', won: 'Won', lost: 'Lost' };
export const PARTS: Record<TouchKind, string> = {
  sourced: 'Sourced',
  influenced: 'Influenced',
  delivered: 'Delivered',
};

export type AccountsShown = 'all' | 'target' | 'open' | 'without';
export type DealsShown = 'all' | DealStage;
export type PartShown = 'all' | 'none' | TouchKind;

/** One sum for each currency, in words. */
export function sumsText(sums: readonly Money[], text: (money: Money) => string = moneyText): string {
  return sums.map(text).join(' + ');
}

/** "80 %", with at most one decimal. */
export function shareText(share: number): string {
  return `${numberText(Math.round(share * 1000) / 10, Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1)}%`;
}

/** What the touches of a deal share of it, 0 to 1 and beyond. */
export function sharedOf(deal: DealRow): number {
  return deal.touches.reduce((sum, { share }) => sum + share, 0);
}

/** A share as people type it: "30", "30 %", "12.5%"; 0 to 1, nothing where it is none. */
export function readShare(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return 0;
  return /^\d{1,4}(\.\d+)?$/.test(text) ? Number(text) / 100 : null;
}

/** The partners of a deal, each once. */
export function partnersOf(deal: DealRow): string[] {
  return [...new Set(deal.touches.map(({ organization_name: name }) => name))];
}

/** A cell as it is copied out. */
export function accountText(row: AccountRow, column: AccountColumn): string {
  switch (column) {
    case 'name':
      return row.name;
    case 'domain':
      return row.domain ?? '';
    case 'target':
      return row.target ? 'Yes' : 'No';
    case 'deals':
      return String(row.deals);
    case 'open':
    case 'won':
      return sumsText(row[column], moneyInFull);
    case 'partners':
      return row.partners.join(', ');
  }
}

/** A cell as it is copied out. */
export function dealText(row: DealRow, column: DealColumn): string {
  switch (column) {
    case 'name':
      return row.name;
    case 'account':
      return row.account_name;
    case 'amount':
      return `${row.amount.amount} ${row.amount.currency}`;
    case 'stage':
      return STAGES[row.stage];
    case 'opened':
    case 'closed':
      return row[column] ?? '';
    case 'motion':
      return row.motion_name ?? '';
    case 'partners':
      return partnersOf(row).join(', ');
  }
}

/** Other currencies than the workspace's are compared with nothing: they come last. */
function sizeOf(sums: readonly Money[], base: string): Sortable {
  const own = sums.find(({ currency }) => currency === base);
  return own ? Number(own.amount) : null;
}

export function sortedAccounts(
  rows: readonly AccountRow[],
  keys: readonly SortKey<AccountColumn>[],
  base: string,
): AccountRow[] {
  return ordered(rows, keys, (row, column): Sortable => {
    if (column === 'open' || column === 'won') return sizeOf(row[column], base);
    if (column === 'deals') return row.deals;
    return accountText(row, column) || null;
  });
}

export function sortedDeals(rows: readonly DealRow[], keys: readonly SortKey<DealColumn>[], base: string): DealRow[] {
  const stages: Record<DealStage, number> = { open: 0, won: 1, lost: 2 };
  return ordered(rows, keys, (row, column): Sortable => {
    if (column === 'amount') return sizeOf([row.amount], base);
    if (column === 'stage') return stages[row.stage];
    return dealText(row, column) || null;
  });
}

function holds(text: string, query: string): boolean {
  const hay = folded(text);
  return folded(query)
    .split(' ')
    .every((word) => hay.includes(word));
}

export function foundAccounts(rows: readonly AccountRow[], query: string, shown: AccountsShown): readonly AccountRow[] {
  const wanted = (row: AccountRow): boolean =>
    shown === 'all' ||
    (shown === 'target' && row.target) ||
    (shown === 'open' && row.open.length > 0) ||
    (shown === 'without' && row.deals === 0);
  return rows.filter((row) => wanted(row) && holds([row.name, row.domain, ...row.partners].join(' '), query));
}

export function foundDeals(
  rows: readonly DealRow[],
  query: string,
  shown: DealsShown,
  part: PartShown,
): readonly DealRow[] {
  const wanted = ({ stage, touches }: DealRow): boolean =>
    (shown === 'all' || stage === shown) &&
    (part === 'all' || (part === 'none' ? touches.length === 0 : touches.some(({ kind }) => kind === part)));
  const words = (row: DealRow): string => {
    const evidence = row.touches.flatMap((touch) => [touch.organization_name, touch.evidence]);
    return [row.name, row.account_name, row.motion_name, ...evidence].join(' ');
  };
  return rows.filter((row) => wanted(row) && holds(words(row), query));
}

/** A day of a deal as its cell shows it. */
export function dayCell(day: string | null): string {
  return day === null ? '' : dayText(day, true);
}

/** "Deleted Nordlys with 3 deals" before it is done. */
export function accountsGone(rows: readonly AccountRow[]): string {
  const deals = rows.reduce((sum, row) => sum + row.deals, 0);
  const [only] = rows;
  const what = rows.length === 1 && only ? only.name : countText(rows.length, 'account');
  return deals === 0 ? `Deleted ${what}` : `Deleted ${what} with ${countText(deals, 'deal')}`;
}
