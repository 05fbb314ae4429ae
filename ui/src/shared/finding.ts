/** Text compared the way a person means it: without case, accents and double spaces. */

export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every word of the query begins or stands somewhere in the text. */
export function matches(text: string, query: string): boolean {
  const hay = folded(text);
  return folded(query)
    .split(' ')
    .every((word) => hay.includes(word));
}

export interface Ranked<T> {
  item: T;
  /** Lower is better. */
  rank: number;
}

/** What a person most likely means by `query`, best first: same name, its beginning, a word's beginning, anywhere. */
export function ranked<T>(items: readonly T[], nameOf: (item: T) => string, query: string, most: number): T[] {
  const needle = folded(query);
  if (needle === '') return items.slice(0, most);
  const hits: Ranked<T>[] = [];
  for (const item of items) {
    const name = folded(nameOf(item));
    const at = name.indexOf(needle);
    if (at < 0) continue;
    const rank = name === needle ? 0 : at === 0 ? 1 : name[at - 1] === ' ' ? 2 : 3;
    hits.push({ item, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || nameOf(a.item).localeCompare(nameOf(b.item)));
  return hits.slice(0, most).map((hit) => hit.item);
}
