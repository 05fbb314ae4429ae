import { onEvent } from '../api/client';
import type { Tag } from '../api/generated';

/** Counts the changes of each table, so that whatever reads `seen(tables)` runs again after one. */
class Changes {
  #all = $state(0);
  #tables = $state<Record<string, number>>({});
  #switches = $state(0);

  /** A number that grows with each change of one of these tables, or of any when none is named. */
  seen(tables: readonly string[] = []): number {
    if (tables.length === 0) return this.#all + this.#switches;
    return tables.reduce((sum, table) => sum + (this.#tables[table] ?? 0), this.#switches);
  }

  /** A number that grows whenever the window goes to another workspace. */
  get switches(): number {
    return this.#switches;
  }

  changed(tags: readonly Tag[]): void {
    this.#all += 1;
    for (const table of new Set(tags.map((tag) => tag.table))) {
      this.#tables[table] = (this.#tables[table] ?? 0) + 1;
    }
  }

  switched(): void {
    this.#switches += 1;
  }
}

export const changes = new Changes();

/** Begins to hear of changes; called once at start. */
export function watchChanges(): () => void {
  return onEvent((event) => {
    if (event.type === 'changed') changes.changed(event.tags);
    if (event.type === 'workspace_switched') changes.switched();
  });
}
