/** Width to height of an A4 page. */
const A4 = 210 / 297;
const MARGIN = 28;

/** The largest page that a desk of this size shows whole. */
export function pageSize(deskWidth: number, deskHeight: number): { width: number; height: number } {
  const height = Math.max(120, Math.min(deskHeight - 2 * MARGIN, (deskWidth - 2 * MARGIN) / A4));
  return { width: Math.round(height * A4), height: Math.round(height) };
}
