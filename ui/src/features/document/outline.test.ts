import { expect, it } from 'vitest';
import type { Heading, Section, SectionPages } from '../../api/generated';
import {
  findingOf,
  freeName,
  keysOf,
  leftOutText,
  moved,
  nameOf,
  pagesText,
  placeAfter,
  placesOf,
  sectionAt,
} from './outline';

const text = (title: string, on = true): Section => ({
  on,
  heading: 'neutral',
  content: { text: { title, markdown: '' } },
});
const OUTLINE: Section[] = [
  { on: true, heading: 'neutral', content: { cover: {} } },
  text('One', false),
  text('Two'),
  { on: true, heading: 'neutral', content: { risks: {} } },
  text('Three'),
];
const PAGES: SectionPages[] = [
  { kind: 'cover', first: 1, last: 1 },
  { kind: 'text', first: 2, last: 4 },
  { kind: 'text', first: 5, last: 5 },
];

it.each([
  ['up', 3, 1, 'adbce'],
  ['down', 1, 3, 'acdbe'],
  ['to the end and no further', 0, 99, 'bcdea'],
  ['nowhere', 2, 2, 'abcde'],
  ['from where nothing is', 9, 0, 'abcde'],
])('moves a section %s', (_name, from, to, expected) => {
  expect(moved([...'abcde'], from, to).join('')).toBe(expected);
});

it('tells where every section lies after a move', () => {
  const list = [...'abcde'];
  for (let from = 0; from < 5; from += 1) {
    for (let to = 0; to < 5; to += 1) {
      const after = moved(list, from, to);
      expect(list.map((_, index) => after[placeAfter(index, from, to)])).toEqual(list);
    }
  }
});

it('knows every section by a key of its own', () => {
  expect(keysOf(OUTLINE)).toEqual(['cover', 'text 1', 'text 2', 'risks', 'text 3']);
});

it('finds the pages of each section, several texts one after the other', () => {
  const places = placesOf(OUTLINE, PAGES);
  expect(places.map((place) => place && pagesText(place))).toEqual(['1', undefined, '2 to 4', undefined, '5']);
  expect([1, 3, 5, 6].map((page) => sectionAt(places, page))).toEqual([0, 2, 4, -1]);
});

it.each<[string, Heading, string, string | null]>([
  ['a finding that nobody has accepted', 'neutral', 'Fourteen carry it', 'Fourteen carry it'],
  ['too little data', 'neutral', '', null],
  ['the accepted one, still true', { accepted: { finding: 'Ten carry it' } }, '', 'Ten carry it'],
  ['the accepted one, left behind', { accepted: { finding: 'Ten carry it' } }, 'Two carry it', 'Two carry it'],
  ['words written beside a finding', { own: { text: 'Ours', finding: 'Ten carry it' } }, '', 'Ten carry it'],
])('says what the data says: %s', (_name, heading, now, expected) => {
  const open = now === '' ? [] : [{ section: 'map' as const, finding: now, changed: false }];
  expect(findingOf(heading, 'map', open)).toBe(expected);
});

it('calls a text by its title where it has one', () => {
  const names = new Map([['text', 'Text'] as const]);
  expect(nameOf({ text: { title: 'What we ask', markdown: '' } }, names)).toBe('What we ask');
  expect(nameOf({ text: { title: '', markdown: '' } }, names)).toBe('Text');
});

it('finds a name that no document has', () => {
  expect([freeName('Plan', []), freeName('Plan', ['Plan', 'Plan 2'])]).toEqual(['Plan', 'Plan 3']);
});

it('says how much an audience does not get', () => {
  expect(leftOutText({ fields: 7, notes: 1, entries: 0 })).toBe('7 fields, 1 note left out');
  expect(leftOutText({ fields: 0, notes: 0, entries: 0 })).toContain('left out');
});
