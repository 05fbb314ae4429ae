import type { CustomFieldView, OrganizationId, TagView } from '../../api/generated';
import { GridState } from '../../shared/grid';
import { workspace } from '../../shared/workspace.svelte';
import type { Known } from './editing';
import type { Column, GroupBy } from './table';

export type Mode = 'table' | 'sorting' | 'duplicates';

/** How the table is looked at. One for the window, so that coming back finds it as it was left. */
class TableState extends GridState<OrganizationId, Column> {
  mode = $state<Mode>('table');
  groupBy = $state<GroupBy | null>(null);
  /** Groups whose rows are out of sight. */
  folded = $state.raw<ReadonlySet<string>>(new Set());
  /** The columns chosen in this workspace; none of them means the usual ones. */
  columns = $state.raw<readonly string[]>([]);
  fields = $state.raw<readonly CustomFieldView[]>([]);
  tags = $state.raw<readonly TagView[]>([]);
  adding = $state(false);
  /** The dialog of fields and tags. */
  managing = $state(false);
  /** The list of what is due stands beside the table. */
  due = $state(false);
  /** The inspector stands beside the table. */
  inspecting = $state(false);
  relating = $state.raw<{ id: OrganizationId; name: string } | null>(null);
  #owner: string | null = null;

  constructor() {
    // The check box and the shape stand before the name.
    super([{ column: 'depth', descending: true }], 2);
  }

  /** What cells are edited with. */
  get known(): Known {
    return { state: workspace.open, fields: this.fields, tags: this.tags };
  }

  /** Another workspace begins afresh. */
  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.begin(2);
    this.mode = 'table';
    this.groupBy = null;
    this.folded = new Set();
    this.columns = [];
    this.fields = [];
    this.tags = [];
    this.inspecting = false;
    this.due = false;
  }

  fold(group: string): void {
    const others = [...this.folded].filter((other) => other !== group);
    this.folded = new Set(others.length === this.folded.size ? [...others, group] : others);
  }
}

export const table = new TableState();
