/** By which figures scenarios are set side by side. Pure. */

import type { Key, MetricSide, ScenariosView, WorkspaceState } from '../../api/generated';

/** In this order, as far as the workspace has them and plans any of them. */
export const HEADLINE: readonly Key[] = [
  'revenue',
  'sourced_revenue',
  'pipeline',
  'introductions',
  'affiliate_revenue',
  'affiliate_cost',
  'orders',
];

const LABELS: readonly (readonly [MetricSide, string])[] = [
  ['strategic', 'Strategy'],
  ['tactical', 'Tactic'],
];

export interface Band {
  side: MetricSide;
  label: string;
  views: ScenariosView[];
}

/** Those of which any scenario plans something. */
export function planned(views: readonly ScenariosView[]): ScenariosView[] {
  return views.filter(({ rows }) => rows.some((row) => row.planned !== null));
}

/** Strategic and tactical figures stand apart. */
export function sides(views: readonly ScenariosView[], { metrics }: Pick<WorkspaceState, 'metrics'>): Band[] {
  const of = ({ metric }: ScenariosView): MetricSide => metrics.find(({ key }) => key === metric)?.side ?? 'strategic';
  const bands = LABELS.map(([side, label]) => ({ side, label, views: views.filter((view) => of(view) === side) }));
  return bands.filter(({ views: own }) => own.length > 0);
}
