import { expect, it } from 'vitest';
import { loadsOf, monthAfter, most } from './loads';

it('shows each function’s months beside the days that it has', () => {
  const loads = loadsOf(
    [
      { month: '2026-06', function: 'sales', days: 4 },
      { month: '2026-06', function: 'marketing', days: 22 },
      { month: '2026-05', function: 'marketing', days: 10 },
    ],
    [{ organization: 'us', name: 'Tidewater', is_us: true, function: 'marketing', days: 20 }],
  );
  expect(loads.map(({ name, capacity }) => [name, capacity])).toEqual([
    ['Marketing', 20],
    ['Sales', null],
  ]);
  expect(loads[0]?.months.map(({ month, over }) => [month, over])).toEqual([
    ['2026-05', false],
    ['2026-06', true],
  ]);
  expect(most(loads)).toBe(22);
});

it('knows the month after', () => {
  expect([monthAfter('2026-03'), monthAfter('2026-12')]).toEqual(['2026-04-01', '2027-01-01']);
});
