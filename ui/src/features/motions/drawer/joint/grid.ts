/** Walking through a small grid by keys, and the letters that stand in it. Pure. */

import type { Function, OrganizationId, RaciLetter, RaciView } from '../../../../api/generated';

export const LETTERS: Record<RaciLetter, { letter: string; word: string }> = {
  responsible: { letter: 'R', word: 'Responsible' },
  accountable: { letter: 'A', word: 'Accountable' },
  consulted: { letter: 'C', word: 'Consulted' },
  informed: { letter: 'I', word: 'Informed' },
};

const ORDER: readonly RaciLetter[] = ['responsible', 'accountable', 'consulted', 'informed'];

/** What a key writes: a letter, nothing (null), or no key of the grid (undefined). */
export function letterOf(key: string): RaciLetter | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null;
  return ORDER.find((each) => LETTERS[each].letter === key.toUpperCase());
}

/** What a click makes of a letter: the next one, after the last nothing. */
export function after(letter: RaciLetter | null): RaciLetter | null {
  return letter === null ? (ORDER[0] ?? null) : (ORDER[ORDER.indexOf(letter) + 1] ?? null);
}

export interface Place {
  row: number;
  column: number;
}

/** The place that a key leads to; none where it is no such key. */
export function moved(key: string, from: Place, rows: number, columns: number): Place | undefined {
  const to = {
    ArrowUp: { row: from.row - 1, column: from.column },
    ArrowDown: { row: from.row + 1, column: from.column },
    ArrowLeft: { row: from.row, column: from.column - 1 },
    ArrowRight: { row: from.row, column: from.column + 1 },
    Home: { row: from.row, column: 0 },
    End: { row: from.row, column: columns - 1 },
  }[key];
  if (!to) return undefined;
  const within = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at));
  return { row: within(to.row, rows), column: within(to.column, columns) };
}

export function letterAt(raci: readonly RaciView[], organization: OrganizationId, at: Function): RaciLetter | null {
  return raci.find((part) => part.organization === organization && part.function === at)?.letter ?? null;
}
