import { describe, expect, it } from 'vitest';
import { matches, ranked } from './finding';

describe('matches', () => {
  it.each([
    ['Brückenwerk', 'bruck', true],
    ['Kessel & Partner', 'partner kess', true],
    ['Kessel & Partner', 'partner x', false],
    ['ŁÓDŹ Retail', 'łodz', true],
    ['anything', '', true],
    ['anything', '   ', true],
  ])('%s for “%s”: %s', (text, query, expected) => {
    expect(matches(text, query)).toBe(expected);
  });
});

it('offers the likeliest first', () => {
  const names = ['The Shelf Report', 'Shelf', 'Softshelf', 'Shelfware'];
  expect(ranked(names, (name) => name, 'shelf', 10)).toEqual(['Shelf', 'Shelfware', 'The Shelf Report', 'Softshelf']);
  expect(ranked(names, (name) => name, 'shelf', 2)).toHaveLength(2);
  expect(ranked(names, (name) => name, 'zzz', 2)).toEqual([]);
});
