/** Two partners that may be one, as the screen compares them. Pure. */

import type { DuplicatePair, PairFact, PairSide, PairView } from '../../../api/generated';

export type Side = 0 | 1;

/** What becomes of a value when the two are one. */
export type Fate = 'kept' | 'joined' | 'filled' | 'lost' | 'none';

export function other(side: Side): Side {
  return side === 0 ? 1 : 0;
}

export function keyOf({ first, second }: Pick<DuplicatePair, 'first' | 'second'>): string {
  return `${first} ${second}`;
}

/** Which one stays: we do, or whom a person chose, or of whom more is known. */
export function staying({ sides, stays }: PairView, chosen: Side | null): Side {
  if (sides[0].is_us) return 0;
  if (sides[1].is_us) return 1;
  return chosen ?? (stays === sides[1].id ? 1 : 0);
}

/** Both values of a field in the order of the sides, with what becomes of each when `stays` stays. */
export function fates({ values, joins }: PairFact, stays: Side): [Fate, Fate] {
  const fate = (side: Side): Fate => {
    const [own, its] = [values[side], values[other(side)]];
    if (own === '') return 'none';
    if (side === stays || own === its) return 'kept';
    if (joins) return 'joined';
    return its === '' ? 'filled' : 'lost';
  };
  return [fate(0), fate(1)];
}

/** What merging does with the one that goes, before anybody does it. */
export function mergeWords(goes: PairSide, stays: PairSide): string[] {
  const moves = goes.moves.length > 0 ? [`Moves to ${stays.name}: ${listed(goes.moves)}.`] : [];
  const drops = goes.drops.length > 0 ? [`Falls away: ${listed(goes.drops)}.`] : [];
  return [...moves, ...drops, `Stays as a further name of ${stays.name}: “${goes.name}”.`];
}

/** Where the keys are once the list is `pairs`: on the same pair, or else on the one that took its place. */
export function placeIn(pairs: readonly DuplicatePair[], key: string | null, place: number): number {
  const same = pairs.findIndex((pair) => keyOf(pair) === key);
  return same >= 0 ? same : Math.max(0, Math.min(place, pairs.length - 1));
}

function listed(words: readonly string[]): string {
  const [last = '', ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}
