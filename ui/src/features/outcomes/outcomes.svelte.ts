import type { Key, MetricView, Month, MotionId } from '../../api/generated';
import { workspace } from '../../shared/workspace.svelte';

/** What the screen is asked to show; stays while the person visits other screens. */
class OutcomesChoice {
  /** None is all motions together. */
  motion = $state<MotionId | null>(null);
  /** The fiscal year, by the calendar year that it ends in; none is that of today. */
  year = $state<number | null>(null);
  cumulative = $state(true);
  /** The month under the cursor that all charts share. */
  month = $state<Month | null>(null);
  /** The months that the main chart has. */
  months = $state.raw<readonly Month[]>([]);
  /** A part of the year, after brushing over the main chart. */
  span = $state.raw<readonly [Month, Month] | null>(null);
  /** Series that are switched off in every chart. */
  hidden = $state.raw<readonly string[]>([]);
  #metric = $state<Key | null>(null);

  get metric(): MetricView | undefined {
    const metrics = workspace.state?.metrics ?? [];
    return metrics.find(({ key }) => key === this.#metric) ?? firstChoice(metrics);
  }

  choose(metric: Key): void {
    this.#metric = metric;
    this.hidden = [];
  }

  step(by: number): void {
    const at = stepped(this.months.indexOf(this.month ?? ''), by, this.months.length);
    this.month = at === null ? null : (this.months[at] ?? null);
  }

  toggle(series: string): void {
    this.hidden = this.hidden.includes(series) ? this.hidden.filter((id) => id !== series) : [...this.hidden, series];
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

/** The next month to either side, staying on the chart; -1 is none yet. */
export function stepped(month: number, by: number, count: number): number | null {
  if (count === 0) return null;
  if (month < 0 && Number.isFinite(by)) return by > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, Math.max(0, month) + by));
}
