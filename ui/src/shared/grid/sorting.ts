/** Rows in order of several columns. Pure. */

export interface SortKey<C extends string = string> {
  column: C;
  descending: boolean;
}

export type Sortable = string | number | null;

/** A click sorts by one column; with Shift it becomes a further key. A second click turns the direction. */
export function sortedBy<C extends string>(
  keys: readonly SortKey<C>[],
  column: C,
  further: boolean,
  descendingFirst: boolean,
): SortKey<C>[] {
  const present = keys.find((key) => key.column === column);
  const fresh: SortKey<C> = { column, descending: present ? !present.descending : descendingFirst };
  if (!further) return [fresh];
  return present ? keys.map((key) => (key === present ? fresh : key)) : [...keys, fresh];
}

/** Names without regard to case, numbers in them by their size. */
export function nameOrder(): Intl.Collator {
  return new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
}

/** Rows in order of the keys, then by name; what is empty comes last in either direction. */
export function ordered<R extends { id: string; name: string }, C extends string>(
  rows: readonly R[],
  keys: readonly SortKey<C>[],
  valueOf: (row: R, column: C) => Sortable,
): R[] {
  const names = nameOrder();
  const prepared = rows.map((row) => ({ row, values: keys.map((key) => valueOf(row, key.column)) }));
  prepared.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const order = compared(a.values[index] ?? null, b.values[index] ?? null, key.descending, names);
      if (order !== 0) return order;
    }
    return names.compare(a.row.name, b.row.name) || (a.row.id < b.row.id ? -1 : 1);
  });
  return prepared.map(({ row }) => row);
}

/** What is empty comes last in either direction. */
export function compared(a: Sortable, b: Sortable, descending: boolean, names: Intl.Collator): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : names.compare(String(a), String(b));
  return descending ? -order : order;
}
