import { describe, expect, it } from 'vitest';
import type { Condition, FieldView } from '../../../api/generated';
import { asksOf, changed, conditionWords, indexOf, mineOf, NAME, ofBounds, ofText, ofWords } from './filter';

const words = (...names: string[]) =>
  names.map((name) => ({ word: name === 'Not set' ? '' : name.toLowerCase(), name, count: 1 }));
const STAGE: FieldView = {
  field: 'stage',
  name: 'Stage',
  words: words('Active', 'Grow', 'Pilot', 'Idea', 'Not set'),
  range: null,
};
const DEPTH: FieldView = { field: 'depth', name: 'Depth', words: [], range: [0, 5] };
const TIER: FieldView = { field: 'tier', name: 'Tier', words: words('1', '2'), range: [1, 2] };
const OWNER: FieldView = {
  field: 'owner',
  name: 'Owner',
  words: [
    { word: 'person:1', name: 'Ana Ruiz', count: 3 },
    { word: '', name: 'Not set', count: 2 },
  ],
  range: null,
};
const FIELDS = [STAGE, DEPTH, TIER, OWNER];

describe('a condition in words', () => {
  const cases: [Condition | null, string][] = [
    [ofWords('stage', 'any_of', ['active', 'grow']), 'Stage: Active, Grow'],
    [ofWords('stage', 'none_of', ['active']), 'Stage: not Active'],
    [ofWords('stage', 'any_of', ['']), 'Stage: Not set'],
    [ofWords('stage', 'any_of', ['active', 'grow', 'pilot', 'idea']), 'Stage: Active, Grow, Pilot and 1 more'],
    [ofWords('region', 'any_of', ['dach', '']), 'region: dach, not set'],
    [ofBounds('depth', '2', '4'), 'Depth: 2 to 4'],
    [ofBounds('depth', '4', '2'), 'Depth: 2 to 4'],
    [ofBounds('depth', '2,5', ''), 'Depth: from 2.5'],
    [ofBounds('depth', 'x', '3'), 'Depth: up to 3'],
    [ofText('name', '  pay '), 'Name: with “pay”'],
  ];
  for (const [condition, text] of cases)
    it(text, () => expect(condition && conditionWords(condition, FIELDS)).toBe(text));
});

it('asks nothing without words, figures or text', () => {
  expect(ofWords('stage', 'any_of', [])).toBeNull();
  expect(ofBounds('depth', ' ', 'many')).toBeNull();
  expect(ofText('name', '  ')).toBeNull();
});

it('offers what a field can answer', () => {
  expect(asksOf(STAGE)).toEqual(['any_of', 'none_of', 'contains']);
  expect(asksOf(DEPTH)).toEqual(['between']);
  expect(asksOf(TIER)).toEqual(['any_of', 'none_of', 'between']);
  expect(asksOf(NAME)).toEqual(['contains']);
});

describe('a filter', () => {
  const [a, b] = [ofText('name', 'a'), ofText('name', 'b')];
  if (!a || !b) throw new Error('Both ask for something.');
  const cases: [string, Condition[], number | null, Condition | null, Condition[]][] = [
    ['gets one more', [a], null, b, [a, b]],
    ['has one changed in its place', [a, b], 0, b, [b, b]],
    ['loses one', [a, b], 0, null, [b]],
    ['stays when nothing is asked', [a], null, null, [a]],
    ['gets one that has gone meanwhile', [], 3, b, [b]],
  ];
  for (const [title, before, index, condition, after] of cases)
    it(title, () => expect(changed({ conditions: before }, index, condition).conditions).toEqual(after));
});

it('knows what is mine by the name of its owner', () => {
  const mine = mineOf(FIELDS, ' ana ruiz ');
  expect(mine).toEqual({ field: 'owner', test: { is: 'any_of', words: ['person:1'] } });
  expect(indexOf({ conditions: mine ? [mine] : [] }, mine)).toBe(0);
  expect(indexOf({ conditions: [] }, mine)).toBe(-1);
  for (const nobody of ['', 'Not set', 'Bo']) expect(mineOf(FIELDS, nobody), nobody).toBeNull();
});
