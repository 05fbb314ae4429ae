/** What a person does to accounts, deals and touches; every refusal is said where it happens. */

import { call } from '../../api/client';
import type { AccountChange, AccountId, AccountRow, DealChange, DealId, DealRow } from '../../api/generated';
import { countText } from '../../shared/format';
import { attempt } from '../../shared/toasts';
import { sayUndoable } from '../partners';
import { accountsGone } from './rows';

let before: Promise<unknown> = Promise.resolve();

/** Quick typing sends changes close together: each waits for the one before. */
function inTurn<T>(send: () => Promise<T>): Promise<T | undefined> {
  const done = before.then(() => attempt(send));
  before = done;
  return done;
}

export async function updateAccount(id: AccountId, change: AccountChange): Promise<void> {
  await inTurn(() => call('account_update', { id, change }));
}

export async function updateDeal(id: DealId, change: DealChange): Promise<void> {
  await inTurn(() => call('deal_update', { id, change }));
}

export async function deleteAccounts(rows: readonly AccountRow[]): Promise<void> {
  const said = accountsGone(rows);
  const done = await inTurn(() => call('accounts_delete', { ids: rows.map(({ id }) => id) }));
  if (done) sayUndoable(said);
}

export async function deleteDeals(rows: readonly DealRow[]): Promise<void> {
  const [only] = rows;
  const done = await inTurn(() => call('deals_delete', { ids: rows.map(({ id }) => id) }));
  if (done) sayUndoable(`Deleted ${rows.length === 1 && only ? only.name : countText(rows.length, 'deal')}`);
}
