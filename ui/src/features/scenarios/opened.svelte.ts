/** What of scenarios lies over the screen: one for the window. */

import type { ScenarioId } from '../../api/generated';

/** A question over whatever else is open; a scenario of none is Expected. */
export type Ask =
  | { about: 'new' }
  | { about: 'duplicate' | 'promote'; scenario: ScenarioId }
  | { about: 'lose' | 'graduate' | 'solve'; scenario: ScenarioId | null };

class Opened {
  dialog = $state<'manage' | 'compare' | null>(null);
  /** The scenario that is looked at among all of them. */
  scenario = $state<ScenarioId | null>(null);
  ask = $state.raw<Ask | null>(null);

  manage(scenario: ScenarioId | null): void {
    [this.dialog, this.scenario] = ['manage', scenario];
  }

  close(): void {
    [this.dialog, this.ask] = [null, null];
  }
}

export const opened = new Opened();
