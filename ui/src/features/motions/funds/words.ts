/** Where a fund stands, as a word with its urgency. Pure. */

import type { FundStatus, FundView } from '../../../api/generated';
import { dayNumber } from '../days';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'bad';

/** A last day so near is said with urgency, in days. */
const SOON = 14;

const WORDS: Record<FundStatus, { word: string; tone: Tone }> = {
  available: { word: 'Available', tone: 'neutral' },
  requested: { word: 'Requested', tone: 'info' },
  approved: { word: 'Approved', tone: 'info' },
  spent: { word: 'Spent', tone: 'info' },
  claimed: { word: 'Claimed', tone: 'info' },
  reimbursed: { word: 'Reimbursed', tone: 'ok' },
  expired: { word: 'Expired', tone: 'bad' },
  expired_unclaimed: { word: 'Expired', tone: 'bad' },
};

export function standing(fund: Pick<FundView, 'status' | 'next_by'>, today: string): { word: string; tone: Tone } {
  const { word, tone } = WORDS[fund.status];
  const near = fund.next_by !== null && dayNumber(fund.next_by) - dayNumber(today) <= SOON;
  return { word, tone: near && tone !== 'bad' ? 'warn' : tone };
}
