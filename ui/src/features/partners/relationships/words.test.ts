import { describe, expect, it } from 'vitest';
import type { CommissionTerms } from '../../../api/generated';
import { blank, draftOf, termsOf, type Draft } from './words';

const kept: CommissionTerms[] = [
  { per: 'sale', rate: { percent: 8 }, tiers: [], lasts: 'once', cookie_days: 30 },
  {
    per: 'lead',
    rate: { flat: { amount: '5.00', currency: 'EUR' } },
    tiers: [],
    lasts: { months: 12 },
    cookie_days: null,
  },
  { per: 'sale', rate: { percent: 8 }, tiers: [{ from: 50, rate: { percent: 10 } }], lasts: 'life', cookie_days: null },
];

describe('commission in a form', () => {
  it('comes back as it was', () => {
    for (const terms of kept) expect(termsOf(draftOf(terms, 'internal'), 'EUR')).toEqual({ terms });
  });

  it('takes a decimal comma', () => {
    const draft: Draft = { ...blank(), rate: '2,5' };
    expect(termsOf(draft, 'EUR')).toMatchObject({ terms: { rate: { percent: 2.5 } } });
  });

  it('says what is missing', () => {
    for (const [change, refused] of [
      [{ rate: '' }, 'Type how much is paid, such as 8 or 2.50.'],
      [{ rate: 'eight' }, 'Type how much is paid, such as 8 or 2.50.'],
      [
        { rate: '8', how: 'tiers', tiers: [{ from: '', rate: '9' }] },
        'Each tier needs a number to begin at and a rate.',
      ],
      [{ rate: '8', lasts: 'months', months: 'x' }, 'Type for how many months it is paid.'],
      [{ rate: '8', cookie: '3.5' }, 'Cookie days are a whole number, or empty.'],
    ] satisfies [Partial<Draft>, string][])
      expect(termsOf({ ...blank(), ...change }, 'EUR')).toEqual({ refused });
  });
});
