/** By which metric scenarios are told apart: one for the window. */

import type { Key } from '../../api/generated';
import { workspace } from '../../shared/workspace.svelte';

const USUAL = 'revenue';

class ComparedMetric {
  #chosen = $state<Key | null>(null);

  /** The chosen one while the workspace has it; else partner-influenced revenue, or the first of all. */
  get key(): Key {
    const keys = workspace.state?.metrics.map(({ key }) => key) ?? [];
    return [this.#chosen, USUAL].find((key) => key !== null && keys.includes(key)) ?? keys[0] ?? USUAL;
  }

  set key(key: Key) {
    this.#chosen = key;
  }
}

export const comparedMetric = new ComparedMetric();
