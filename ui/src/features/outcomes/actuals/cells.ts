/** The actuals grid as cells: which rows are shown, what is written, copied and pasted. Pure. */
import type { ActualCell, ActualsGrid, ActualSetCell, ActualsRow, Key, Month } from '../../../api/generated';
import { matches } from '../../../shared/finding';
import type { Cell } from '../../../shared/grid';
import { monthsAround } from '../months';

/** A block of cells, ends included. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface TypedCell {
  metric: Key;
  month: Month;
  cell: ActualCell;
}

export interface Span {
  first: Month;
  last: Month;
}

/** The fiscal year so many years away from `year`. */
export function yearAway(year: readonly [Month, Month], by: number): Span {
  const [first = '', last = ''] = year.map((month) => monthsAround(month, -12 * by, 1)[0] ?? month);
  return { first, last };
}

/** Those in use; or all, and of these the ones that are looked for. */
export function rowsShown(rows: readonly ActualsRow[], all: boolean, query: string): ActualsRow[] {
  if (!all) return rows.filter(({ used }) => used);
  return query.trim() === '' ? [...rows] : rows.filter(({ name }) => matches(name, query));
}

export function blockOf(from: Cell, to: Cell): Block {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function isWithin({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** With grouping, as it is read; what is typed again has none. */
export function shownText(text: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\D.*)?$/.exec(text) ?? [];
  if (whole === '') return text;
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** The cells of a block as lines to copy, as they can be typed again. */
export function copied(rows: readonly ActualsRow[], block: Block): string[][] {
  return rows
    .slice(block.top, block.bottom + 1)
    .map(({ cells }) => cells.slice(block.left, block.right + 1).map(({ text }) => text));
}

/** Why a pasted block does not fit; none where it does. */
export function tooLarge(
  lines: readonly (readonly string[])[],
  at: Cell,
  size: { rows: number; months: number },
): string | null {
  const [tall, wide] = [lines.length, Math.max(0, ...lines.map((cells) => cells.length))];
  const [down, across] = [size.rows - at.row, size.months - at.column];
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  const fix = 'Nothing was changed: begin further up or left, or show more metrics.';
  if (wide > across)
    return `${counted(wide, 'column')} were copied, but ${counted(across, 'month')} are left here. ${fix}`;
  if (tall > down) return `${counted(tall, 'row')} were copied, but ${counted(down, 'metric')} are left here. ${fix}`;
  return null;
}

/** What a pasted block writes; a single figure fills the block that is chosen. */
export function pasted(
  lines: readonly (readonly string[])[],
  rows: readonly ActualsRow[],
  months: readonly Month[],
  block: Block,
): ActualSetCell[] {
  const only = lines.length === 1 && lines[0]?.length === 1 ? lines[0][0] : undefined;
  if (only !== undefined) return blockCells(rows, months, block).map((cell) => ({ ...cell, value: only.trim() }));
  return lines.flatMap((cells, down) =>
    cells.flatMap((text, across) => {
      const [row, month] = [rows[block.top + down], months[block.left + across]];
      return row && month ? [{ metric: row.metric, month, value: text.trim() }] : [];
    }),
  );
}

/** Every cell of the block. */
function blockCells(
  rows: readonly ActualsRow[],
  months: readonly Month[],
  block: Block,
): Pick<ActualSetCell, 'metric' | 'month'>[] {
  const own = months.slice(block.left, block.right + 1);
  return rows.slice(block.top, block.bottom + 1).flatMap(({ metric }) => own.map((month) => ({ metric, month })));
}

/** The cells of the block that a person may change and that have a figure. */
export function typedCells(rows: readonly ActualsRow[], months: readonly Month[], block: Block): TypedCell[] {
  const found: TypedCell[] = [];
  for (const row of rows.slice(block.top, block.bottom + 1)) {
    row.cells.forEach((cell, at) => {
      const month = months[at];
      if (month === undefined || at < block.left || at > block.right) return;
      if (cell.text !== '' && cell.imported.length === 0) found.push({ metric: row.metric, month, cell });
    });
  }
  return found;
}

/** Where the cell is that a refusal is about: its sentence begins with the metric and the month. */
export function culpritAt(
  message: string,
  grid: Pick<ActualsGrid, 'months'>,
  rows: readonly ActualsRow[],
): Cell | null {
  const isAbout = (name: string, month: Month): boolean => message.startsWith(`${name} of ${month}`);
  const row = rows.findIndex(({ name }) => grid.months.some((month) => isAbout(name, month)));
  if (row < 0) return null;
  return { row, column: grid.months.findIndex((month) => isAbout(rows[row]?.name ?? '', month)) };
}

/** What is known of a cell, in a sentence. */
export function cellWords(row: ActualsRow, cell: ActualCell, month: string): string {
  const where = `${row.name}, ${month}`;
  if (cell.text === '') return row.instead ? `${where}: no figure. ${row.instead}` : `${where}: no figure yet.`;
  const figure = `${where}: ${shownText(cell.text)}, ${cell.confirmed ? 'confirmed' : 'provisional'}`;
  if (cell.imported.length > 0) return `${figure}, from ${cell.imported.join(' and ')}. Not typed over here.`;
  return row.instead ? `${figure}. ${row.instead}` : `${figure}.`;
}
