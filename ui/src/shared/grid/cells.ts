/** Where the keys lead in a grid of cells. */

export interface Cell {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that a page key leaps over. */
  page: number;
}

/** The cell that a key leads to, or nothing when the key moves nowhere. */
export function moved(cell: Cell, key: string, ctrl: boolean, size: GridSize): Cell | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const target = ((): Cell | undefined => {
    switch (key) {
      case 'ArrowUp':
        return { row: ctrl ? 0 : cell.row - 1, column: cell.column };
      case 'ArrowDown':
        return { row: ctrl ? last.row : cell.row + 1, column: cell.column };
      case 'ArrowLeft':
        return { row: cell.row, column: ctrl ? 0 : cell.column - 1 };
      case 'ArrowRight':
        return { row: cell.row, column: ctrl ? last.column : cell.column + 1 };
      case 'Home':
        return { row: ctrl ? 0 : cell.row, column: 0 };
      case 'End':
        return { row: ctrl ? last.row : cell.row, column: last.column };
      case 'PageUp':
        return { row: cell.row - size.page, column: cell.column };
      case 'PageDown':
        return { row: cell.row + size.page, column: cell.column };
      default:
        return undefined;
    }
  })();
  if (!target || size.rows === 0) return undefined;
  return {
    row: Math.min(last.row, Math.max(0, target.row)),
    column: Math.min(last.column, Math.max(0, target.column)),
  };
}

/** The next cell that can be edited, row after row; nothing past either end. */
export function nextEditable(
  cell: Cell,
  backwards: boolean,
  editable: readonly number[],
  rows: number,
): Cell | undefined {
  const columns = backwards ? [...editable].reverse() : editable;
  const further = columns.find((column) => (backwards ? column < cell.column : column > cell.column));
  if (further !== undefined) return { row: cell.row, column: further };
  const row = cell.row + (backwards ? -1 : 1);
  const first = columns[0];
  return row < 0 || row >= rows || first === undefined ? undefined : { row, column: first };
}
