/** Rows as text for a spreadsheet. */

import { countText } from '../../shared/format';
import { cellsAsText, type GridColumn } from '../../shared/grid';
import { attempt, say } from '../../shared/toasts';

/** The rows under the columns' headings, or the one cell that the keys are on. */
export function asText<R, C extends GridColumn>(
  rows: readonly R[],
  columns: readonly C[],
  textOf: (row: R, column: C) => string,
  row?: R,
  column?: C,
): string | null {
  if (rows.length === 0) return row && column ? cellsAsText([[textOf(row, column)]]) : null;
  say(`Copied ${countText(rows.length, 'row')}`);
  const lines = rows.map((each) => columns.map((of) => textOf(each, of)));
  return cellsAsText([columns.map(({ label }) => label), ...lines]);
}

/** From a button: the clipboard is written to at once. */
export async function copyOut(text: string | null): Promise<void> {
  if (text !== null) await attempt(() => navigator.clipboard.writeText(text));
}
