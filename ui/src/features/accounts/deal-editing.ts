/** Cells of a deal: what they are edited from, and what typing in them means. Pure. */

import type { AccountRow, DealChange, DealRow, DealStage } from '../../api/generated';
import { readDay, readNumber } from '../partners';
import { accountNamed } from './named';
import { dealText, STAGES, type DealColumn } from './rows';

/** What can be named in a cell. */
export interface Known {
  accounts: readonly AccountRow[];
  motions: readonly { id: string; name: string }[];
}

/** What an editor begins with. */
export function valueOf(row: DealRow, column: DealColumn): string {
  switch (column) {
    case 'amount':
      return row.amount.amount;
    case 'stage':
      return row.stage;
    case 'motion':
      return row.motion ?? '';
    default:
      return dealText(row, column);
  }
}

/** What was typed as it is kept; null where it is no such thing. */
export function readCell(known: Known, column: DealColumn, typed: string): string | null {
  switch (column) {
    case 'amount':
      return readNumber(typed);
    case 'opened':
    case 'closed':
      return readDay(typed);
    case 'account':
      return accountNamed(known.accounts, typed)?.name ?? null;
    default:
      return typed;
  }
}

/** Why it is not. */
export function unreadWords(column: DealColumn): string {
  if (column === 'account') return 'No account has this name: add it first';
  return column === 'amount' ? 'No amount: write 12000.50' : 'No day: write 2026-06-30';
}

function isStage(value: string): value is DealStage {
  return value in STAGES;
}

/** The change that a committed value means; nothing where it says the same. */
export function changeOf(known: Known, row: DealRow, column: DealColumn, value: string): DealChange | undefined {
  if (value === valueOf(row, column)) return undefined;
  switch (column) {
    case 'name':
      return value === '' ? undefined : { field: 'name', value };
    case 'account': {
      const account = accountNamed(known.accounts, value);
      return account ? { field: 'account', value: account.id } : undefined;
    }
    case 'amount':
      return value === '' ? undefined : { field: 'amount', value: { ...row.amount, amount: value } };
    case 'stage':
      return isStage(value) ? { field: 'stage', value } : undefined;
    case 'opened':
      return value === '' ? undefined : { field: 'opened', value };
    case 'closed':
      return { field: 'closed', value: value === '' ? null : value };
    case 'motion':
      return { field: 'motion', value: value === '' ? null : value };
    case 'partners':
      return undefined;
  }
}
