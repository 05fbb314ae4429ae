import type { Cell } from './cells';
import { selection, withRow } from './selection';
import type { SortKey } from './sorting';

/** How a grid is looked at: its order, what is selected in it, and where the keys are. */
export class GridState<Id extends string = string, C extends string = string> {
  text = $state('');
  keys = $state.raw<readonly SortKey<C>[]>([]);
  checked = $state.raw<ReadonlySet<Id>>(selection());
  /** Where the keys are. Column 0 is the check box; a mark may follow. */
  cell = $state.raw<Cell>({ row: 0, column: 0 });
  /** The row that they are on. */
  current = $state<Id | null>(null);
  editing = $state(false);
  /** The letter that editing began with. */
  typed = $state('');

  constructor(keys: readonly SortKey<C>[], column: number) {
    this.keys = keys;
    this.cell = { row: 0, column };
  }

  /** As at first, with the keys on that column; the order of rows stays. */
  begin(column: number): void {
    this.text = '';
    this.checked = selection();
    this.cell = { row: 0, column };
    this.current = null;
    this.editing = false;
  }

  /** Forgets rows that are gone. */
  keep(ids: ReadonlySet<Id>): void {
    const left = [...this.checked].filter((id) => ids.has(id));
    if (left.length !== this.checked.size) this.checked = selection(left);
  }

  check(id: Id, on: boolean): void {
    this.checked = withRow(this.checked, id, on);
  }
}
