/** How much functions of ours have to do in each month, beside the days that they have. Pure. */

import type { CapacityView, Function as OurFunction, LoadView, Month } from '../../api/generated';

export interface FunctionLoad {
  function: OurFunction;
  name: string;
  /** Days that it has each month; none while nobody knows. */
  capacity: number | null;
  months: readonly { month: Month; days: number; over: boolean }[];
}

/** Functions with work, by name; months in order. */
export function loadsOf(loads: readonly LoadView[], capacities: readonly CapacityView[]): FunctionLoad[] {
  const functions = [...new Set(loads.map((load) => load.function))].sort();
  return functions.map((name) => {
    const capacity = capacities.find((each) => each.is_us && each.function === name)?.days ?? null;
    const own = loads.filter((load) => load.function === name).sort((a, b) => a.month.localeCompare(b.month));
    return {
      function: name,
      name: name.charAt(0).toUpperCase() + name.slice(1),
      capacity,
      months: own.map(({ month, days }) => ({ month, days, over: capacity !== null && days > capacity })),
    };
  });
}

/** What a full row stands for: the most that any function has to do or could do in a month. */
export function most(loads: readonly FunctionLoad[]): number {
  return Math.max(1, ...loads.flatMap(({ capacity, months }) => [capacity ?? 0, ...months.map(({ days }) => days)]));
}

/** The first day of the month after. */
export function monthAfter(month: Month): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
