/** A fit in words. Pure. */

import type { FitView, Gate } from '../../../api/generated';

export const GATES: Record<Gate, string> = { passed: 'Passed', failed: 'Not passed', open: 'Open' };
export const GATE_TONES = { passed: 'ok', failed: 'bad', open: 'neutral' } as const;

/** How much of the profile is answered, by weight, and what is missing where the fit is Unknown. */
export function answeredWords({ mean, answered_weight: answered, weight }: FitView): string {
  if (weight === 0) return 'No criterion of the profile counts.';
  const share = `${Math.round((100 * answered) / weight)}% of the profile’s weight answered`;
  return mean === null ? `${share} (${answered} of ${weight}); half is needed` : `${share} (${answered} of ${weight})`;
}
