import { expect, it } from 'vitest';
import type { BudgetLineView, LineShareView } from '../../../../api/generated';
import { ours, partText, readPart, readRate, roomFor, withPart } from './split';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

function share(organization: string, percent: number | null, amount: string | null, pays: string): LineShareView {
  return {
    organization,
    name: organization,
    is_us: organization === 'us',
    percent,
    amount: amount === null ? null : euros(amount),
    pays: euros(pays),
  };
}

function line(planned: string, shares: LineShareView[]): BudgetLineView {
  const none = euros('0.00');
  const rest = {
    follows: null,
    base: null,
    committed: none,
    spent: none,
    implied: none,
    over: null,
    audience: 'partner',
  } as const;
  return { id: 'line', name: 'Venue', behavior: 'fixed', planned: euros(planned), shares, ...rest };
}

it.each([
  ['30%', { percent: 30 }],
  [' 12.5 % ', { percent: 12.5 }],
  ['101%', undefined],
  ['3,000', { amount: euros('3000.00') }],
  ['€3k', { amount: euros('3000.00') }],
  ['half', undefined],
  ['', undefined],
])('"%s" is read as a part', (typed, part) => {
  expect(readPart(typed, 'EUR')).toEqual(part);
});

it.each([
  ['8 %', true, 0.08],
  ['8', true, 0.08],
  ['50', false, 50],
  ['8 %', false, undefined],
  ['some', true, undefined],
])('"%s" is read as a rate', (typed, ofMoney, rate) => {
  expect(readRate(typed, ofMoney)).toBe(rate);
});

it('what others leave is ours, to the cent', () => {
  expect(ours(line('100.01', [share('a', 33.3, null, '33.30'), share('b', null, '0.02', '0.02')]))).toEqual(
    euros('66.69'),
  );
  expect(ours(line('100.00', []))).toEqual(euros('100.00'));
  expect(ours(line('1000', [share('a', 10, null, '100')]))).toEqual(euros('900'));
});

it('a part is changed, added or taken away, and ours is never written', () => {
  const split = line('100.00', [share('us', 50, null, '50.00'), share('a', 50, null, '50.00')]);
  expect(withPart(split, 'a', { percent: 20 })).toEqual([{ organization: 'a', part: { percent: 20 } }]);
  expect(withPart(split, 'b', { amount: euros('5.00') })).toEqual([
    { organization: 'a', part: { percent: 50 } },
    { organization: 'b', part: { amount: euros('5.00') } },
  ]);
  expect(withPart(split, 'a', null)).toEqual([]);
});

it('a part has the room that others leave', () => {
  const split = line('100.00', [
    share('us', 40, null, '40.00'),
    share('a', 40, null, '40.00'),
    share('b', 20, null, '20.00'),
  ]);
  expect(roomFor(split, 'a')).toBe(80);
  expect(roomFor(split, 'c')).toBe(40);
});

it('a part is shown as it can be typed again', () => {
  expect(partText(share('a', 100 / 3, null, '33.33'))).toBe('33.33%');
  expect(partText(share('a', null, '1200.00', '1200.00'))).toBe('1200');
});
