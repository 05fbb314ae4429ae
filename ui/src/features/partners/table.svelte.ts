import type { CustomFieldView, OrganizationId, TagView } from '../../api/generated';
import { workspace } from '../../shared/workspace.svelte';
import type { Known } from './editing';
import type { Cell } from './grid';
import type { GroupBy, SortKey } from './table';

export type Mode = 'table' | 'sorting' | 'duplicates';

/** How the table is looked at. One for the window, so that coming back finds it as it was left. */
class TableState {
  mode = $state<Mode>('table');
  text = $state('');
  keys = $state.raw<readonly SortKey[]>([{ column: 'depth', descending: true }]);
  groupBy = $state<GroupBy | null>(null);
  /** Groups whose rows are out of sight. */
  folded = $state.raw<ReadonlySet<string>>(new Set());
  checked = $state.raw<ReadonlySet<OrganizationId>>(new Set());
  /** The columns chosen in this workspace; none of them means the usual ones. */
  columns = $state.raw<readonly string[]>([]);
  fields = $state.raw<readonly CustomFieldView[]>([]);
  tags = $state.raw<readonly TagView[]>([]);
  /** Where the keys are. Column 0 is the check box, 1 the shape. */
  cell = $state.raw<Cell>({ row: 0, column: 2 });
  /** The partner that they are on. */
  current = $state<OrganizationId | null>(null);
  editing = $state(false);
  /** The letter that editing began with. */
  typed = $state('');
  adding = $state(false);
  /** The dialog of fields and tags. */
  managing = $state(false);
  /** The list of what is due stands beside the table. */
  due = $state(false);
  /** The inspector stands beside the table. */
  inspecting = $state(false);
  relating = $state.raw<{ id: OrganizationId; name: string } | null>(null);
  #owner: string | null = null;

  /** What cells are edited with. */
  get known(): Known {
    return { state: workspace.open, fields: this.fields, tags: this.tags };
  }

  /** Another workspace begins afresh. */
  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.mode = 'table';
    this.text = '';
    this.groupBy = null;
    this.folded = new Set();
    this.checked = new Set();
    this.columns = [];
    this.fields = [];
    this.tags = [];
    this.cell = { row: 0, column: 2 };
    this.current = null;
    this.editing = false;
    this.inspecting = false;
    this.due = false;
  }

  /** Forgets rows that are gone. */
  keep(ids: ReadonlySet<OrganizationId>): void {
    const left = [...this.checked].filter((id) => ids.has(id));
    if (left.length !== this.checked.size) this.checked = new Set(left);
  }

  check(id: OrganizationId, on: boolean): void {
    const others = [...this.checked].filter((other) => other !== id);
    this.checked = new Set(on ? [...others, id] : others);
  }

  fold(group: string): void {
    const others = [...this.folded].filter((other) => other !== group);
    this.folded = new Set(others.length === this.folded.size ? [...others, group] : others);
  }
}

export const table = new TableState();
