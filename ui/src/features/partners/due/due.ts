/** What is due, in spans that a person thinks in. Pure. */

import type { DueItem } from '../../../api/generated';

export const SPANS = ['Overdue', 'Next 7 days', 'Next 30 days', 'Later', 'Without a day'] as const;
export type Span = (typeof SPANS)[number];

/** Items by span, in order; spans without any are left out. */
export function bySpan(items: readonly DueItem[], today: string): { span: Span; items: DueItem[] }[] {
  const spans = SPANS.map((span) => ({ span, items: items.filter((item) => spanOf(item, today) === span) }));
  return spans.filter((each) => each.items.length > 0);
}

function spanOf({ date }: DueItem, today: string): Span {
  if (date === null) return 'Without a day';
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  if (days < 0) return 'Overdue';
  return days <= 7 ? 'Next 7 days' : days <= 30 ? 'Next 30 days' : 'Later';
}
