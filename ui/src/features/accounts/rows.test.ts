import { expect, it } from 'vitest';
import type { AccountRow, DealRow, Money, TouchRow } from '../../api/generated';
import { accountNamed } from './named';
import {
  accountsGone,
  dealColumnsFor,
  foundAccounts,
  foundDeals,
  readShare,
  shareText,
  sortedDeals,
  type DealsShown,
  type PartShown,
} from './rows';

const eur = (amount: string): Money => ({ amount, currency: 'EUR' });
const touch = (partner: string, share: number): TouchRow => ({
  id: partner,
  organization: partner,
  organization_name: partner,
  kind: 'sourced',
  date: '2026-01-01',
  share,
  evidence: 'Workshop in Oslo',
});
const deal = (name: string, amount: Money, touches: TouchRow[] = []): DealRow => ({
  id: name,
  account: 'a',
  account_name: 'Nordlys',
  name,
  amount,
  stage: touches.length > 0 ? 'won' : 'open',
  opened: '2026-01-01',
  closed: null,
  motion: null,
  motion_name: null,
  touches,
});
const account = (name: string, more: Partial<AccountRow> = {}): AccountRow => ({
  id: name,
  name,
  domain: null,
  target: false,
  deals: 0,
  open: [],
  won: [],
  partners: [],
  ...more,
});

it.each<[string, number | null]>([
  ['30', 0.3],
  ['30 %', 0.3],
  ['12,5%', 0.125],
  ['', 0],
  ['140', 1.4],
  ['-5', null],
  ['half', null],
])('a share typed as “%s” is %s', (typed, share) => expect(readShare(typed)).toBe(share));

it.each<[number, string]>([
  [0.6, '60%'],
  [0.125, '12.5%'],
  [0.7 + 0.2 + 0.1, '100%'],
  [1.1, '110%'],
])('a share of %s reads %s', (share, text) => expect(shareText(share)).toBe(text));

const deals = [
  deal('Rollout', eur('90'), [touch('Café Partners', 0.5)]),
  deal('App', eur('1000')),
  deal('Desk', { amount: '5000', currency: 'JPY' }),
];

it.each<[string, DealsShown, PartShown, string]>([
  ['', 'all', 'all', 'Rollout App Desk'],
  ['cafe', 'all', 'all', 'Rollout'],
  ['oslo nordlys', 'all', 'all', 'Rollout'],
  ['', 'open', 'all', 'App Desk'],
  ['', 'all', 'none', 'App Desk'],
  ['', 'all', 'sourced', 'Rollout'],
  ['', 'won', 'delivered', ''],
])('deals with “%s”, stage %s, part %s: %s', (text, shown, part, names) => {
  const found = foundDeals(deals, text, shown, part);
  expect(found.map(({ name }) => name).join(' ')).toBe(names);
});

it.each([
  [true, 'App Rollout Desk'],
  [false, 'Rollout App Desk'],
])('amounts in other currencies are compared with nothing (descending: %s)', (descending, names) => {
  const order = sortedDeals(deals, [{ column: 'amount', descending }], 'EUR');
  expect(order.map(({ name }) => name).join(' ')).toBe(names);
});

it('columns that the panel shows anyway make room first', () => {
  const ids = (width: number): string =>
    dealColumnsFor(width)
      .map(({ id }) => id)
      .join(' ');
  expect(ids(1400)).toBe('name account amount stage opened closed motion partners');
  expect(ids(1020)).toBe('name account amount stage opened closed partners');
  expect(ids(600)).toBe('name account amount stage opened partners');
});

const accounts = [account('Acme', { target: true }), account('ÁCME', { deals: 2, open: [eur('1')] }), account('Bo')];

it('accounts are filtered by what is said of them', () => {
  const names = (...[text, shown]: [string, 'all' | 'target' | 'open' | 'without']): string[] =>
    foundAccounts(accounts, text, shown).map(({ name }) => name);
  expect(names('acme', 'all')).toEqual(['Acme', 'ÁCME']);
  expect(names('', 'target')).toEqual(['Acme']);
  expect(names('', 'open')).toEqual(['ÁCME']);
  expect(names('', 'without')).toEqual(['Acme', 'Bo']);
});

it.each([
  ['Acme', 'Acme'],
  ['ÁCME', 'ÁCME'],
  ['acme', undefined],
  [' bo ', 'Bo'],
  ['Nobody', undefined],
])('“%s” names the account %s', (typed, name) => expect(accountNamed(accounts, typed)?.name).toBe(name));

it('says how many deals go along', () => {
  expect(accountsGone(accounts)).toBe('Deleted 3 accounts with 2 deals');
  expect(accountsGone([account('Bo')])).toBe('Deleted Bo');
});
