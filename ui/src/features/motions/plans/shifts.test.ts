import { expect, it } from 'vitest';
import { daysText, linesOf } from './shifts';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

it.each([
  [12, '12 days later'],
  [-1, '1 day earlier'],
  [0, ''],
])('%i is "%s"', (days, text) => {
  expect(daysText(days)).toBe(text);
});

it('dates, money and projections each have their line, and what stayed has none', () => {
  const lines = linesOf({
    id: 'motion',
    name: 'Harbor days',
    start_days: 0,
    end_days: 12,
    budget: [{ then: euros('4500.00'), now: euros('4000.00'), difference: euros('-500.00') }],
    projections: [
      {
        metric: 'pipeline',
        metric_name: 'Pipeline',
        then_text: '€1k',
        now_text: '€2k',
        difference_text: '+€1k',
        better: true,
      },
    ],
    words: '',
  });
  expect(lines).toEqual([
    { what: 'Last day', then: '', now: '', difference: '12 days later', better: null },
    { what: 'Budget', then: '€4,500', now: '€4,000', difference: '−€500', better: null },
    { what: 'Pipeline', then: '€1k', now: '€2k', difference: '+€1k', better: true },
  ]);
});
