/** Commission and value in words and figures that a form can hold. Pure. */

import type {
  Audience,
  CommissionEvent,
  CommissionRate,
  CommissionTerms,
  RelationshipStatus,
} from '../../../api/generated';

export const STATUSES: Record<RelationshipStatus, string> = {
  idea: 'Idea',
  in_talks: 'In talks',
  active: 'Active',
  at_risk: 'At risk',
  ended: 'Ended',
};
export const EVENTS: Record<CommissionEvent, string> = { sale: 'Sale', lead: 'Lead', click: 'Click' };

export function isStatus(value: string): value is RelationshipStatus {
  return value in STATUSES;
}
export function isEvent(value: string): value is CommissionEvent {
  return value in EVENTS;
}

export function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

export type How = 'percent' | 'flat' | 'tiers';
export type Lasts = 'once' | 'months' | 'life';

/** Commission as it stands in the form: figures as they are typed. */
export interface Draft {
  how: How;
  per: CommissionEvent;
  /** The unit of all rates, also of tiers. */
  unit: 'percent' | 'flat';
  rate: string;
  tiers: { from: string; rate: string }[];
  lasts: Lasts;
  months: string;
  cookie: string;
  audience: Audience;
}

export function blank(): Draft {
  return {
    how: 'percent',
    per: 'sale',
    unit: 'percent',
    rate: '',
    tiers: [],
    lasts: 'once',
    months: '12',
    cookie: '30',
    audience: 'internal',
  };
}

function rateText(rate: CommissionRate): string {
  return 'percent' in rate ? String(rate.percent) : rate.flat.amount;
}

export function draftOf(terms: CommissionTerms, audience: Audience): Draft {
  const unit = 'percent' in terms.rate ? 'percent' : 'flat';
  return {
    how: terms.tiers.length > 0 ? 'tiers' : unit,
    per: terms.per,
    unit,
    rate: rateText(terms.rate),
    tiers: terms.tiers.map((tier) => ({ from: String(tier.from), rate: rateText(tier.rate) })),
    lasts: typeof terms.lasts === 'string' ? terms.lasts : 'months',
    months: typeof terms.lasts === 'string' ? '12' : String(terms.lasts.months),
    cookie: terms.cookie_days === null ? '' : String(terms.cookie_days),
    audience,
  };
}

/** A figure as people type it; none where it is none. */
function figure(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A whole number; none where it is none. */
export function whole(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The terms that a form means, or what is missing in a sentence. */
export function termsOf(draft: Draft, currency: string): { terms: CommissionTerms } | { refused: string } {
  const unit = draft.how === 'tiers' ? draft.unit : draft.how;
  const rate = (typed: string): CommissionRate | null => {
    const value = figure(typed);
    if (value === null) return null;
    return unit === 'percent' ? { percent: value } : { flat: { amount: typed.trim().replace(',', '.'), currency } };
  };
  const first = rate(draft.rate);
  if (first === null) return { refused: 'Type how much is paid, such as 8 or 2.50.' };
  const tiers: CommissionTerms['tiers'] = [];
  for (const tier of draft.how === 'tiers' ? draft.tiers : []) {
    const [from, paid] = [whole(tier.from), rate(tier.rate)];
    if (from === null || paid === null) return { refused: 'Each tier needs a number to begin at and a rate.' };
    tiers.push({ from, rate: paid });
  }
  const months = whole(draft.months);
  if (draft.lasts === 'months' && months === null) return { refused: 'Type for how many months it is paid.' };
  const cookie = whole(draft.cookie);
  if (draft.cookie.trim() !== '' && cookie === null) return { refused: 'Cookie days are a whole number, or empty.' };
  return {
    terms: {
      per: draft.per,
      rate: first,
      tiers,
      lasts: draft.lasts === 'months' ? { months: months ?? 1 } : draft.lasts,
      cookie_days: cookie,
    },
  };
}
