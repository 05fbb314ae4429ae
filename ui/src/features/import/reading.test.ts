import { describe, expect, it } from 'vitest';
import { capital, delimiters, encodings, midSentence, readsBothWays, rowTyped, sureness } from './reading';

describe('days that read both ways', () => {
  it.each([
    ['1/3/2026', true],
    ['01.03.26', true],
    ['1-3-2026', true],
    ['3/3/2026', false],
    ['13/3/2026', false],
    ['3/13/2026', false],
    ['0/3/2026', false],
    ['2026-03-01', false],
    ['1 March 2026', false],
    ['', false],
  ])('%s: %s', (value, expected) => {
    expect(readsBothWays(value)).toBe(expected);
  });
});

describe('a row as it is typed', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['0', null],
    ['1.5', null],
    ['-3', null],
    ['x', null],
    ['200001', null],
  ])('%s is %s', (typed, expected) => {
    expect(rowTyped(typed)).toBe(expected);
  });
});

it('offers what was found, also where it is rare', () => {
  expect(delimiters('^').map(({ value }) => value)).toContain('^');
  expect(delimiters(';')).toHaveLength(4);
  expect(encodings('ISO-8859-8').at(-1)).toEqual({ value: 'iso-8859-8', label: 'ISO-8859-8' });
  expect(encodings('windows-1252').filter(({ value }) => value === 'windows-1252')).toHaveLength(1);
});

it.each([
  ['name', 0.95, true, 'said'],
  [null, 0, true, 'said'],
  [null, 0, false, 'none'],
  ['name', 0.95, false, 'sure'],
  ['name', 0.75, false, 'likely'],
  ['name', 0.55, false, 'unsure'],
] as const)('a column of %s at %d, said: %s, is %s', (field, confidence, said, expected) => {
  expect(sureness(field, confidence, said)).toBe(expected);
});

it('begins a line with a capital', () => {
  expect(capital('name')).toBe('Name');
  expect(capital('')).toBe('');
});

it.each([
  ['A list of partners', 'a list of partners'],
  ['Affiliates of Shopify', 'Affiliates of Shopify'],
  ['HubSpot', 'HubSpot'],
])('%s within a sentence is %s', (words, expected) => {
  expect(midSentence(words)).toBe(expected);
});
