import { workspace } from '../shared/workspace.svelte';
import type { Action } from './action';

/** Every action of the product, by id. The shell fills it once at start. */
class Registry {
  #byId = new Map<string, Action>();

  get all(): readonly Action[] {
    return [...this.#byId.values()];
  }

  register(actions: readonly Action[]): void {
    for (const action of actions) {
      if (this.#byId.has(action.id)) throw new Error(`two actions have the id '${action.id}'`);
      this.#byId.set(action.id, action);
    }
  }

  find(id: string): Action | undefined {
    return this.#byId.get(id);
  }

  /** Whether it can run now. */
  available(action: Action): boolean {
    return (action.always === true || workspace.state !== null) && action.enabled();
  }
}

export const registry = new Registry();
