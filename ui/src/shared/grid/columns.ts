/** A grid's columns: how wide they are and how each is edited. Pure. */

/** How a cell is edited: not at all, as text, one of a list, or several of one. */
export type Editor = 'none' | 'text' | 'choice' | 'many';

export interface GridColumn {
  id: string;
  label: string;
  /** What it says, where the label is too short for it. */
  title?: string;
  /** A track of the grid. */
  track: string;
  /** In pixels, to see what fits. */
  least: number;
  sortable: boolean;
  /** Figures read best from the largest. */
  descendingFirst?: boolean;
  /** Its cells stand at the end of their track, and so does its heading. */
  figure?: boolean;
  editor: Editor;
}

/** One of a list. */
export interface Choice {
  value: string;
  label: string;
}

/** Where the keys go after a cell was edited. */
export type Then = 'stay' | 'down' | 'next' | 'back';

const CHECK = 44;
const LEAD = 32;
const AFTER = 12;

/** Cells before the columns: the check box, and a mark where rows have one. */
export function fixed(lead: boolean): number {
  return lead ? 2 : 1;
}

/** A row's grid: check box, mark, columns, margin. */
export function tracks(columns: readonly GridColumn[], lead: boolean): string {
  return `${CHECK}px ${lead ? `${LEAD}px ` : ''}${columns.map((each) => each.track).join(' ')} ${AFTER}px`;
}

/** Narrower than this, a grid is scrolled sideways. */
export function leastWidth(columns: readonly GridColumn[], lead: boolean): number {
  return columns.reduce((sum, each) => sum + each.least, CHECK + (lead ? LEAD : 0) + AFTER);
}
