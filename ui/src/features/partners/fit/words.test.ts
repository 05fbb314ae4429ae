import { expect, it } from 'vitest';
import type { FitView } from '../../../api/generated';
import { answeredWords } from './words';

it.each<[number | null, number, number, string]>([
  [null, 0, 22, '0% of the profile’s weight answered (0 of 22); half is needed'],
  [null, 9, 22, '41% of the profile’s weight answered (9 of 22); half is needed'],
  [3.2, 11, 22, '50% of the profile’s weight answered (11 of 22)'],
  [null, 0, 0, 'No criterion of the profile counts.'],
])('mean %s with %i of %i: %s', (mean, answered, weight, words) => {
  const view: FitView = {
    mean,
    formula: '',
    answered_weight: answered,
    weight,
    lines: [],
    gate: 'open',
    questions: [],
  };
  expect(answeredWords(view)).toBe(words);
});
