import { expect, it } from 'vitest';
import type { MetricRow } from '../../../api/generated';
import { BETTER_WORDS, found, keyIn, originWords, typedAgain } from './words';

const row = (name: string, more: Partial<MetricRow> = {}): MetricRow => ({
  key: name.toLowerCase(),
  name,
  unit: 'money',
  better: 'higher',
  over_months: 'sum',
  over_motions: 'sum',
  side: 'tactical',
  basis: 'collected',
  definition: '',
  formula: null,
  counted: false,
  source: '',
  floor: 0,
  headline: false,
  built_in: true,
  problem: null,
  value_text: '—',
  ...more,
});

it('finds a metric by its name, its key and what it means', () => {
  const metrics = [row('ROAS', { definition: 'Revenue for each euro spent' }), row('Orders')];
  const names = (query: string): string[] => found(metrics, query).map(({ name }) => name);
  expect([names(''), names('spent'), names('ord'), names('nothing')]).toEqual([
    ['ROAS', 'Orders'],
    ['ROAS'],
    ['Orders'],
    [],
  ]);
});

it.each([
  [{ formula: 'a / b', counted: false }, 'Worked out from others'],
  [{ formula: null, counted: true }, 'Counted from deals, partners and funds'],
  [{ formula: null, counted: false }, 'Typed or imported'],
])('says where figures come from', (of, expected) => {
  expect(originWords(of)).toBe(expected);
});

it('types a metric again as it is, and a new one without a key', () => {
  expect(typedAgain(row('ROAS', { formula: 'a / b' }))).toMatchObject({ key: 'roas', name: 'ROAS', formula: 'a / b' });
  expect(typedAgain(null)).not.toHaveProperty('key');
});

it('takes only words that are offered', () => {
  expect([keyIn(BETTER_WORDS, 'lower', 'higher'), keyIn(BETTER_WORDS, 'sideways', 'higher')]).toEqual([
    'lower',
    'higher',
  ]);
});
