/** How pages are looked at. */
export type Mode = 'page' | 'spread' | 'overview';

/** The pages that are looked at together: in a spread, the cover alone, then always two. */
export function shownWith(mode: Mode, page: number, count: number): number[] {
  if (mode !== 'spread' || page === 1) return [page];
  const left = page - (page % 2);
  return left < count ? [left, left + 1] : [left];
}

/** The page after so many steps, forward or back, kept within the document. */
export function stepped(mode: Mode, page: number, count: number, by: number): number {
  const [first = page] = shownWith(mode, page, count);
  if (mode !== 'spread') return within(page + by, count);
  const wanted = first === 1 && by > 0 ? 2 * by : first + 2 * by;
  return shownWith(mode, within(wanted, count), count)[0] ?? page;
}

export function within(page: number, count: number): number {
  return Math.max(1, Math.min(count, page));
}

/** "Page 4 of 16", "Pages 4 and 5 of 16". */
export function pageWords(pages: readonly number[], count: number): string {
  return pages.length > 1 ? `Pages ${pages.join(' and ')} of ${count}` : `Page ${pages[0]} of ${count}`;
}
