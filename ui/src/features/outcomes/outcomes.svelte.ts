import type { Key, MetricView, MotionId } from '../../api/generated';
import { workspace } from '../../shared/workspace.svelte';

/** What the screen is asked to show; stays while the person visits other screens. */
class OutcomesChoice {
  /** None is all motions together. */
  motion = $state<MotionId | null>(null);
  cumulative = $state(true);
  /** The month under the shared cursor. */
  month = $state<number | null>(null);
  /** How many months the chart has. */
  monthCount = $state(0);
  #metric = $state<Key | null>(null);

  get metric(): MetricView | undefined {
    const metrics = workspace.state?.metrics ?? [];
    return metrics.find(({ key }) => key === this.#metric) ?? firstChoice(metrics);
  }

  choose(metric: Key): void {
    this.#metric = metric;
  }

  step(by: number, count: number): void {
    this.month = stepped(this.month, by, count);
  }
}

export const choice = new OutcomesChoice();

/** Money that a strategy brings says most, so it comes first. */
export function firstChoice(metrics: readonly MetricView[]): MetricView | undefined {
  const strategic = metrics.filter(({ side }) => side === 'strategic');
  return (
    strategic.find(({ key }) => key === 'revenue') ??
    strategic.find(({ unit }) => unit === 'money') ??
    strategic[0] ??
    metrics[0]
  );
}

/** The next month to either side, staying on the chart. */
export function stepped(month: number | null, by: number, count: number): number | null {
  if (count === 0) return null;
  if (month === null && Number.isFinite(by)) return by > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, (month ?? 0) + by));
}
