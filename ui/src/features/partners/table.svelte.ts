import type { OrganizationId } from '../../api/generated';
import type { Cell } from './grid';
import type { SortKey } from './table';

/** How the table is looked at. One for the window, so that coming back finds it as it was left. */
class TableState {
  text = $state('');
  keys = $state.raw<readonly SortKey[]>([{ column: 'depth', descending: true }]);
  checked = $state.raw<ReadonlySet<OrganizationId>>(new Set());
  /** Where the keys are. Column 0 is the check box, 1 the shape. */
  cell = $state.raw<Cell>({ row: 0, column: 2 });
  /** The partner that they are on. */
  current = $state<OrganizationId | null>(null);
  editing = $state(false);
  adding = $state(false);
  /** The inspector stands beside the table. */
  inspecting = $state(false);
  relating = $state.raw<{ id: OrganizationId; name: string } | null>(null);
  #owner: string | null = null;

  /** Another workspace begins afresh. */
  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.text = '';
    this.checked = new Set();
    this.cell = { row: 0, column: 2 };
    this.current = null;
    this.editing = false;
    this.inspecting = false;
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
}

export const table = new TableState();
