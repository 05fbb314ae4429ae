import { describe, expect, it } from 'vitest';
import type { ImportLook, ImportNoun } from '../../api/generated';
import { hindrance } from './hindrance';
import { decided, fixed, likeliest, mapped, matched, readAs, silent, told } from './options';

const look = (held: number, more: Partial<ImportLook> = {}): ImportLook => ({
  sheets: ['Sheet1'],
  sheet: 'Sheet1',
  header_row: 1,
  encoding: 'UTF-8',
  delimiter: ',',
  profile: null,
  profile_name: null,
  of_customers: false,
  remembered: null,
  columns: [0, 1, 2, 3].map((at) => ({
    name: `Column ${at}`,
    field: at < held ? `field_${at}` : null,
    confidence: at < held ? 1 : 0,
    samples: [],
  })),
  fields: [],
  rows: 3,
  remarks: [],
  report: null,
  ...more,
});
const MISSING = [{ key: 'name', words: 'name', missing: true }];

describe('what the rows most likely are', () => {
  const cases: [string, [ImportNoun, ImportLook][], ImportNoun | null][] = [
    ['nothing is known', [], null],
    [
      'a draw goes to partners',
      [
        ['accounts', look(2)],
        ['organizations', look(2)],
      ],
      'organizations',
    ],
    [
      'more columns fit',
      [
        ['organizations', look(2)],
        ['accounts', look(3)],
      ],
      'accounts',
    ],
    [
      'a needed column counts more than many others',
      [
        ['organizations', look(4, { fields: MISSING })],
        ['relationships', look(2)],
      ],
      'relationships',
    ],
    [
      'a known make counts more than columns',
      [
        ['organizations', look(4)],
        ['deals', look(3, { profile: 'hubspot_deals' })],
      ],
      'deals',
    ],
    [
      'a plain list is no make',
      [
        ['organizations', look(3, { profile: 'partner_list' })],
        ['accounts', look(4)],
      ],
      'accounts',
    ],
    [
      'it was imported before',
      [
        ['organizations', look(4, { profile: 'kumu' })],
        ['accounts', look(1, { remembered: silent('accounts') })],
      ],
      'accounts',
    ],
    [
      'companies of a CRM are customers',
      [
        ['organizations', look(4, { profile: 'hubspot_companies', of_customers: true })],
        ['accounts', look(3)],
      ],
      'accounts',
    ],
  ];
  it.each(cases)('%s', (_, looks, expected) => {
    expect(likeliest(new Map(looks))).toBe(expected);
  });
});

describe('what a person says about columns', () => {
  it('keeps one column for a field, and one field for a column', () => {
    const first = mapped([], 'Company', 'name');
    expect(mapped(first, 'Label', 'name')).toEqual([{ name: 'Label', value: 'name' }]);
    expect(mapped(first, 'Company', 'website')).toEqual([{ name: 'Company', value: 'website' }]);
  });
  it('leaves out as many columns as one likes', () => {
    const one = mapped([], 'A', '-');
    expect(mapped(one, 'B', '-')).toEqual([
      { name: 'A', value: '-' },
      { name: 'B', value: '-' },
    ]);
  });
  it('says who wins for one field, and takes it back', () => {
    const said = decided(silent('accounts'), 'owner', 'mine');
    expect(said.conflicts).toEqual([{ field: 'owner', conflict: 'mine' }]);
    expect(decided(said, 'owner', 'fill').conflicts).toEqual([{ field: 'owner', conflict: 'fill' }]);
    expect(decided(said, 'owner', null).conflicts).toEqual([]);
  });
  it('fixes a value for every row, without blanks around it, and takes it back', () => {
    const set = fixed([], 'kind', ' affiliate ');
    expect(set).toEqual([{ name: 'kind', value: 'affiliate' }]);
    expect(fixed(set, 'kind', '  ')).toEqual([]);
  });
  it('keeps how the file is read when its rows are something else', () => {
    const said = { ...silent('organizations'), sheet: 'Q2', header_row: 3, map: mapped([], 'A', 'name') };
    expect(readAs('deals', said)).toEqual({ ...silent('deals'), sheet: 'Q2', header_row: 3 });
  });
});

describe('what a person answers', () => {
  const said = silent('organizations');
  it('keeps one answer for a name', () => {
    const several = told(said, 'A / B', true);
    expect(several).toEqual([{ name: 'A / B', several: true }]);
    expect(told({ ...said, several }, 'A / B', false)).toEqual([{ name: 'A / B', several: false }]);
    const same = matched(said, 'Acme', 'id');
    expect(matched({ ...said, same }, 'Acme', null)).toEqual([{ name: 'Acme', other: null }]);
  });
});

describe('what keeps a file from being compared', () => {
  const customers = look(2, { of_customers: true });
  const partnerIf = (value: string): ReturnType<typeof silent> => ({
    ...silent('organizations'),
    partner_if: { name: 'Type', value },
  });
  it.each([
    ['no file', null, silent('organizations'), 'Choose a file first.'],
    ['nothing', look(2), silent('organizations'), null],
    [
      'a needed field',
      look(2, { fields: MISSING }),
      silent('organizations'),
      'No column holds the name yet: choose it, or one value for every row.',
    ],
    [
      'a needed field that is the same in every row',
      look(2, { fields: MISSING }),
      { ...silent('organizations'), set: fixed([], 'name', 'Acme') },
      null,
    ],
    ['customers', customers, silent('organizations'), 'Say which of these companies are partners.'],
    ['customers without a value', customers, partnerIf(' '), 'Say which value makes a row a partner.'],
    ['partners among customers', customers, partnerIf('Partner'), null],
    ['customers as accounts', customers, silent('accounts'), null],
  ])('%s', (_, seen, said, expected) => {
    expect(hindrance(seen, said)).toBe(expected);
  });
});
