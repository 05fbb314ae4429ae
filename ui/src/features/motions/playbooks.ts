/** What a playbook brings, in words. Pure. */

import type { MetricView, PlaybookForm, PlaybookView } from '../../api/generated';

/** No playbook, as a choice among others. */
export const NO_PLAYBOOK = '';

/** The one that is offered for a kind of motion: what comes with the program, before what was saved. */
export function offered(playbooks: readonly PlaybookView[]): string {
  return (playbooks.find(({ built_in }) => built_in) ?? playbooks[0])?.playbook.key ?? NO_PLAYBOOK;
}

/** `5 milestones and one metric: Leads. 12 weeks.` */
export function whatItBrings(
  { playbook, days }: PlaybookView,
  form: PlaybookForm,
  metrics: readonly Pick<MetricView, 'key' | 'name'>[],
): string {
  const named = (form === 'light' ? playbook.metrics.slice(0, 1) : playbook.metrics).map(
    (key) => metrics.find((metric) => metric.key === key)?.name ?? key,
  );
  const parts = [
    form === 'full' ? counted(playbook.phases.length, 'phase') : '',
    form === 'full' ? counted(playbook.tasks.length, 'task') : '',
    counted(playbook.milestones.length, 'milestone'),
    form === 'full' ? counted(playbook.budget.length, 'budget line') : '',
  ].filter((part) => part !== '');
  const judged = named.length === 0 ? '' : ` Judged by ${named.join(', ')}.`;
  return `${parts.join(', ')}, ${counted(Math.round(days / 7), 'week')}.${judged}`;
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
