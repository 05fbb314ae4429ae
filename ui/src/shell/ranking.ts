/** How well a text answers what was typed: higher is better, 0 is not at all. Every typed word must be found. */
export function rank(typed: string, text: string): number {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const folded = fold(text);
  const scores = words.map((word) => rankWord(word, folded));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) - folded.length / 1000;
}

/** The best few, best first; equal ones stay in their order. */
export function best<T>(typed: string, items: readonly T[], textOf: (item: T) => string, most: number): T[] {
  return items
    .map((item) => ({ item, score: rank(typed, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

function rankWord(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return /[\s\-/.(]/.test(text.charAt(at - 1)) ? 3 : 2;
  return 0;
}

/** Case and accents do not matter to who searches. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
