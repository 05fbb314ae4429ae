import { describe, expect, it } from 'vitest';
import type { DuplicatePair, PairSide, PairView } from '../../../api/generated';
import { fates, keyOf, mergeWords, placeIn, staying, type Side } from './pair';

const side = (name: string, moves: string[], drops: string[]): PairSide => ({
  id: name,
  name,
  kind: 'brand',
  character: 'unknown',
  is_us: false,
  moves,
  drops,
});

describe('what becomes of two values', () => {
  const cases: [string, [string, string], boolean, Side, [string, string]][] = [
    ['the one that stays wins', ['Grow', 'Active'], false, 0, ['kept', 'lost']],
    ['the other way round', ['Grow', 'Active'], false, 1, ['lost', 'kept']],
    ['what it lacks is filled', ['', 'Active'], false, 0, ['none', 'filled']],
    ['what both say is lost by neither', ['Grow', 'Grow'], false, 0, ['kept', 'kept']],
    ['tags of both are kept', ['Pilot', 'DACH'], true, 0, ['kept', 'joined']],
    ['nothing is nothing', ['Pilot', ''], true, 1, ['joined', 'none']],
  ];
  it.each(cases)('%s', (_, values, joins, stays, expected) => {
    expect(fates({ name: 'Field', values, joins }, stays)).toEqual(expected);
  });
});

describe('what merging does, in words', () => {
  const cases: [string[], string[], string[]][] = [
    [[], [], ['Stays as a further name of Acme Ltd: “ACME”.']],
    [['2 motions'], [], ['Moves to Acme Ltd: 2 motions.', 'Stays as a further name of Acme Ltd: “ACME”.']],
    [
      ['3 relationships', '2 motions', 'notes'],
      ['1 relationship between the two'],
      [
        'Moves to Acme Ltd: 3 relationships, 2 motions and notes.',
        'Falls away: 1 relationship between the two.',
        'Stays as a further name of Acme Ltd: “ACME”.',
      ],
    ],
  ];
  it.each(cases)('%j %j', (moves, drops, expected) => {
    expect(mergeWords(side('ACME', moves, drops), side('Acme Ltd', [], []))).toEqual(expected);
  });
});

describe('who stays', () => {
  const cases: [string, 'ours' | 'none', 'a' | 'b', Side | null, Side][] = [
    ['of whom more is known', 'none', 'b', null, 1],
    ['whom a person chose', 'none', 'b', 0, 0],
    ['we, whoever was chosen', 'ours', 'b', 1, 0],
  ];
  it.each(cases)('%s', (_, us, stays, chosen, expected) => {
    const pair: PairView = {
      sides: [{ ...side('a', [], []), is_us: us === 'ours' }, side('b', [], [])],
      facts: [],
      stays,
    };
    expect(staying(pair, chosen)).toBe(expected);
  });
});

describe('the place in the list', () => {
  const pair = (first: string): DuplicatePair => ({
    first,
    first_name: first,
    second: 'z',
    second_name: 'z',
    evidence: [],
  });
  const cases: [string[], string | null, number, number][] = [
    [['a', 'b', 'c'], 'b', 0, 1],
    [['a', 'c'], 'b', 1, 1],
    [['a'], 'b', 1, 0],
    [[], 'a', 0, 0],
  ];
  it.each(cases)('in %j, from %s at %d, is %d', (names, from, place, expected) => {
    expect(placeIn(names.map(pair), from === null ? null : keyOf(pair(from)), place)).toBe(expected);
  });
});
