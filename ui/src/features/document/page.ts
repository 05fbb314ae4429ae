import type { Paper } from '../../api/generated';

/** Width to height of a page. */
const RATIOS: Record<Paper, number> = { a4: 210 / 297, us_letter: 8.5 / 11, wide: 16 / 9 };
const MARGIN = 28;

/** The largest page that a desk of this size shows whole. */
export function pageSize(paper: Paper, deskWidth: number, deskHeight: number): { width: number; height: number } {
  const ratio = RATIOS[paper];
  const height = Math.max(120, Math.min(deskHeight - 2 * MARGIN, (deskWidth - 2 * MARGIN) / ratio));
  return { width: Math.round(height * ratio), height: Math.round(height) };
}
