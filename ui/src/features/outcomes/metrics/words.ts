/** What defines a metric, in words; and a metric as it is typed. Pure. */
import type {
  Basis,
  Better,
  MetricRow,
  MetricSet,
  MetricSide,
  MetricUnit,
  OverMonths,
  OverMotions,
} from '../../../api/generated';
import { matches } from '../../../shared/finding';

export const UNIT_WORDS: Record<MetricUnit, string> = {
  money: 'Money',
  count: 'Count',
  ratio: 'Ratio',
  percent: 'Percent',
  score: 'Score, 0 to 100',
  days: 'Days',
};

export const BETTER_WORDS: Record<Better, string> = { higher: 'Higher is better', lower: 'Lower is better' };

export const MONTHS_WORDS: Record<OverMonths, string> = {
  sum: 'Added up',
  first: 'The first one',
  last: 'The last one',
  average: 'The average',
  ratio_of_sums: 'A ratio of sums',
};

export const MOTIONS_WORDS: Record<OverMotions, string> = {
  sum: 'Added up',
  average: 'The average',
  ratio_of_sums: 'A ratio of sums',
};

export const SIDE_WORDS: Record<MetricSide, string> = { strategic: 'Strategy', tactical: 'Tactic', both: 'Both' };

export const BASIS_WORDS: Record<Basis, string> = {
  first_year_value: 'First-year contract value',
  annual_recurring: 'Annual recurring',
  collected: 'Collected, net',
  collected_gross: 'Collected, gross',
  mixed: 'Mixed',
  not_money: 'No money',
};

/** Words to choose from, as a list takes them. */
export function choicesOf(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** The key whose words these are; what stood there before where there is none. */
export function keyIn<K extends string>(words: Record<K, string>, value: string, before: K): K {
  return value in words ? (value as K) : before;
}

/** Where its figures come from. */
export function originWords({ formula, counted }: Pick<MetricRow, 'formula' | 'counted'>): string {
  if (formula !== null) return 'Worked out from others';
  return counted ? 'Counted from deals, partners and funds' : 'Typed or imported';
}

/** Those whose name, key or definition has all words of the query. */
export function found(metrics: readonly MetricRow[], query: string): MetricRow[] {
  if (query.trim() === '') return [...metrics];
  return metrics.filter(({ name, key, definition }) => matches(`${name} ${key} ${definition}`, query));
}

/** A metric as it can be typed again; a new one is a plain count. */
export function typedAgain(row: MetricRow | null): MetricSet {
  if (row === null) {
    return {
      name: '',
      unit: 'count',
      better: 'higher',
      over_months: 'sum',
      over_motions: 'sum',
      side: 'strategic',
      basis: 'not_money',
      definition: '',
      formula: '',
      source: '',
      floor: 0,
      headline: false,
    };
  }
  const { key, name, unit, better, over_months, over_motions, side, basis, definition, source, floor, headline } = row;
  const formula = row.formula ?? '';
  return {
    key,
    name,
    unit,
    better,
    over_months,
    over_motions,
    side,
    basis,
    definition,
    formula,
    source,
    floor,
    headline,
  };
}
