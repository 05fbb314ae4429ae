import type { BriefExtra } from '../../../api/generated';

const WORDS: Record<BriefExtra, { label: string; note: string }> = {
  lens: { label: 'Lens', note: 'depth, character and the six aspects' },
  fit: { label: 'Fit', note: 'how well the partner fits' },
  commission: { label: 'Commission', note: 'what is paid' },
  projections: { label: 'Projections', note: 'what joint motions are expected to bring' },
  notes: { label: 'Notes', note: 'ours on the partner' },
};

/** What a brief shows only where it is switched on, in the order of the brief. */
export const EXTRAS = (Object.keys(WORDS) as BriefExtra[]).map((extra) => ({ extra, ...WORDS[extra] }));

/** What the button does for so many chosen partners; none is everyone. */
export function doesWords(chosen: number): string {
  if (chosen === 0) return 'Export all briefs';
  return chosen === 1 ? 'Export 1 brief' : `Export ${chosen} briefs`;
}
