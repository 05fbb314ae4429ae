/** The field that a refusal is about, and its sentence. */
export type Marked = { at: string; sentence: string } | null;

/** The sentence, where it is about this field. */
export function sentenceAt(marked: Marked, field: string): string | null {
  return marked?.at === field ? marked.sentence : null;
}
