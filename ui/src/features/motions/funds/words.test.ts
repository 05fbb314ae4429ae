import { expect, it } from 'vitest';
import { standing } from './words';

it.each([
  [{ status: 'approved', next_by: null }, 'Approved', 'info'],
  [{ status: 'spent', next_by: '2026-07-08' }, 'Spent', 'warn'],
  [{ status: 'spent', next_by: '2026-08-08' }, 'Spent', 'info'],
  [{ status: 'reimbursed', next_by: null }, 'Reimbursed', 'ok'],
  [{ status: 'expired_unclaimed', next_by: '2026-05-01' }, 'Expired', 'bad'],
] as const)('%o is %s', (fund, word, tone) => {
  expect(standing(fund, '2026-06-30')).toEqual({ word, tone });
});
