import { expect, it } from 'vitest';
import type { DueItem } from '../../../api/generated';
import { bySpan } from './due';

const item = (what: string, date: string | null): DueItem => ({ what, date }) as unknown as DueItem;

it('tells what is over from what comes', () => {
  const items = [
    item('yesterday', '2026-06-29'),
    item('today', '2026-06-30'),
    item('in a week', '2026-07-07'),
    item('in eight days', '2026-07-08'),
    item('in a month', '2026-07-30'),
    item('next year', '2027-01-01'),
    item('some day', null),
  ];
  const spans = bySpan(items, '2026-06-30').map(({ span, items }) => `${span}: ${items.map((i) => i.what).join(', ')}`);
  expect(spans).toEqual([
    'Overdue: yesterday',
    'Next 7 days: today, in a week',
    'Next 30 days: in eight days, in a month',
    'Later: next year',
    'Without a day: some day',
  ]);
});
