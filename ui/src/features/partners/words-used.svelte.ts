import type { PartnerRow } from '../../api/generated';

/** Words that partners of this workspace have already, to be offered to others. */
class WordsUsed {
  regions = $state.raw<readonly string[]>([]);
  segments = $state.raw<readonly string[]>([]);

  take(rows: readonly PartnerRow[]): void {
    this.regions = sorted(rows.flatMap((row) => row.regions));
    this.segments = sorted(rows.flatMap((row) => row.segments));
  }
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => a.localeCompare(b));
}

export const found = new WordsUsed();
