/** Differences of a scenario by what they touch. Pure. */

import type { ScenarioDifferenceView } from '../../api/generated';

export interface DifferenceGroup {
  title: string;
  rows: ScenarioDifferenceView[];
}

const TITLES: readonly (readonly [table: string, title: string])[] = [
  ['organization', 'Partners'],
  ['relationship', 'Relationships'],
  ['motion', 'Motions'],
  ['projection', 'Projections'],
  ['driver', 'Shared drivers'],
  ['budget_line', 'Budgets'],
];
const OTHERS = 'Others';

/** In a fixed order, each group's rows as they come; groups without rows are left out. */
export function grouped(differences: readonly ScenarioDifferenceView[]): DifferenceGroup[] {
  const known = new Set(TITLES.map(([table]) => table));
  const groups = TITLES.map(([table, title]) => ({ title, rows: differences.filter((row) => row.table === table) }));
  const others = { title: OTHERS, rows: differences.filter((row) => !known.has(row.table)) };
  return [...groups, others].filter(({ rows }) => rows.length > 0);
}

/** "3 differences", "no difference", "3 differences, 1 of no effect". */
export function countWords(differences: number, unusable: number): string {
  if (differences === 0) return 'as Expected';
  const count = `${differences} ${differences === 1 ? 'difference' : 'differences'}`;
  return unusable === 0 ? count : `${count}, ${unusable} of no effect`;
}
