/** Rows with the headings of their groups between them. Pure. */

export interface RowGroup<R> {
  name: string;
  rows: readonly R[];
}

export type Line<R> = { row: R; index: number } | { name: string; count: number };

/** Every line in order; a folded group shows its heading alone, and without grouping there are no headings. */
export function linesOf<R>(groups: readonly RowGroup<R>[], plain: boolean, folded: ReadonlySet<string>): Line<R>[] {
  const lines: Line<R>[] = [];
  let index = 0;
  for (const { name, rows } of groups) {
    if (!plain) lines.push({ name, count: rows.length });
    if (!plain && folded.has(name)) continue;
    for (const row of rows) {
      lines.push({ row, index });
      index += 1;
    }
  }
  return lines;
}

/** The rows of groups that are not folded. */
export function rowsIn<R>(groups: readonly RowGroup<R>[], plain: boolean, folded: ReadonlySet<string>): readonly R[] {
  const [only] = groups;
  if (plain && only && groups.length === 1) return only.rows;
  return groups.flatMap(({ name, rows }) => (folded.has(name) ? [] : rows));
}
