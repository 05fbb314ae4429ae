/** Shared figures: which fit an input, and in what words. Pure. */
import type { DriverView, InputUnit, MetricUnit } from '../../../api/generated';
import { countText } from '../../../shared/format';

/** The unit of a shared figure that an input of this unit takes. */
export function driverUnit(input: InputUnit, metric: MetricUnit): MetricUnit {
  switch (input) {
    case 'metric':
      return metric;
    case 'money':
      return 'money';
    case 'share':
    case 'growth':
      return 'percent';
    case 'number':
      return 'ratio';
    case 'count':
    case 'months':
      return 'count';
  }
}

/** "20%", "20%, between 15% and 30%". */
export function driverText({ value, low, high }: Pick<DriverView, 'value' | 'low' | 'high'>): string {
  if (low === '' && high === '') return value;
  return `${value}, between ${low || value} and ${high || value}`;
}

export function usedText(used: number): string {
  if (used === 0) return 'No projection uses it yet.';
  return used === 1 ? 'One projection follows it.' : `${countText(used, 'projection')} follow it, and change with it.`;
}
