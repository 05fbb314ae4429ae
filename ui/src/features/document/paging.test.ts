import { expect, it } from 'vitest';
import { pageWords, shownWith, stepped, type Mode } from './paging';

it.each<[string, Mode, number, number, number[]]>([
  ['a page alone', 'page', 4, 16, [4]],
  ['the cover of a spread alone', 'spread', 1, 16, [1]],
  ['two pages, from the left one', 'spread', 4, 16, [4, 5]],
  ['two pages, from the right one', 'spread', 5, 16, [4, 5]],
  ['a last page that has no neighbor', 'spread', 16, 16, [16]],
])('shows %s', (_name, mode, page, count, expected) => {
  expect(shownWith(mode, page, count)).toEqual(expected);
});

it.each<[Mode, number, number, number]>([
  ['page', 4, 1, 5],
  ['page', 16, 1, 16],
  ['page', 1, -1, 1],
  ['spread', 1, 1, 2],
  ['spread', 2, 1, 4],
  ['spread', 5, -1, 2],
  ['spread', 3, -1, 1],
  ['spread', 16, 1, 16],
  ['overview', 3, 1, 4],
])('%s: from page %i, %i on, is page %i', (mode, page, by, expected) => {
  expect(stepped(mode, page, 16, by)).toBe(expected);
});

it('says which pages are shown', () => {
  expect([pageWords([4], 16), pageWords([4, 5], 16)]).toEqual(['Page 4 of 16', 'Pages 4 and 5 of 16']);
});
