/** A block of cells from a spreadsheet, laid over the table. Pure. */

import type { PartnerEdit, PartnerNew, PartnerRow } from '../../api/generated';
import type { ColumnShape } from './columns';
import type { Known } from './editing';
import { readCell } from './typed';
import { folded } from '../../shared/finding';

export interface Pasted {
  edits: PartnerEdit[];
  new: PartnerNew[];
  /** Cells that were left out, each with its line and why. */
  refused: string[];
}

export interface Place {
  /** Rows as they are shown. */
  rows: readonly PartnerRow[];
  /** All of them, for finding a name that is out of sight. */
  all: readonly PartnerRow[];
  row: number;
  columns: readonly ColumnShape[];
  /** The column of the cell that the keys are on. */
  column: number;
}

/**
 * Where the block has names, its lines go to the partners of these names, and new names become new partners. Otherwise
 * it goes down and to the right from the cell that the keys are on. A first line of column names says where cells go.
 */
export function laid(known: Known, lines: readonly (readonly string[])[], place: Place): Pasted {
  const headed = headings(lines[0] ?? [], place.columns);
  const targets = headed ?? place.columns.slice(place.column);
  const body = headed ? lines.slice(1) : lines;
  const nameAt = targets.findIndex((shape) => shape?.id === 'name');
  const pasted: Pasted = { edits: [], new: [], refused: [] };
  const byName = new Map<string, PartnerRow[]>();
  for (const row of place.all) byName.set(folded(row.name), [...(byName.get(folded(row.name)) ?? []), row]);
  const added = new Set<string>();
  for (const [index, line] of body.entries()) {
    const say = (why: string): void => void pasted.refused.push(`Line ${index + (headed ? 2 : 1)}: ${why}`);
    const name = nameAt < 0 ? undefined : (line[nameAt] ?? '').trim();
    if (name !== undefined && (name === '' || /[\n\r\t]/.test(name))) {
      if (line.some((cell) => cell.trim() !== '')) say(name === '' ? 'it has no name' : 'its name holds a line break');
      continue;
    }
    const named = name === undefined ? [] : (byName.get(folded(name)) ?? []);
    if (named.length > 1) {
      say(`${named.length} partners are called “${name}”, so it was not pasted`);
      continue;
    }
    const row = name === undefined ? place.rows[place.row + index] : named[0];
    if (!row && (name === undefined || added.has(folded(name)))) {
      say(name === undefined ? 'there is no row left for it' : `“${name}” stands there twice`);
      continue;
    }
    const { changes, kind } = cells(known, line, targets, row, say);
    if (row) {
      if (changes.length > 0) pasted.edits.push({ id: row.id, changes });
    } else if (name !== undefined) {
      added.add(folded(name));
      pasted.new.push({ name, kind: kind ?? usualKind(known, place), changes });
    }
  }
  return pasted;
}

function usualKind(known: Known, place: Place): string {
  return place.rows[place.row]?.kind ?? known.state.organization_kinds[0]?.key ?? '';
}

function cells(
  known: Known,
  line: readonly string[],
  targets: readonly (ColumnShape | undefined)[],
  row: PartnerRow | undefined,
  say: (why: string) => void,
): { changes: PartnerEdit['changes']; kind: string | undefined } {
  const changes: PartnerEdit['changes'] = [];
  let kind: string | undefined;
  for (const [at, text] of line.entries()) {
    const shape = targets[at];
    // An empty cell of a line that names its partner says nothing.
    if (!shape || (shape.id === 'name' && !row) || (shape.id === 'kind' && text.trim() === '')) continue;
    const read = readCell(known, shape, text, row);
    if ('refused' in read) say(read.refused);
    else if (!row && read.change?.field === 'kind') kind = read.change.value;
    else if (read.change && !(shape.id === 'name' && targets.length > 0 && sameName(row, text)))
      changes.push(read.change);
  }
  return { changes, kind };
}

function sameName(row: PartnerRow | undefined, text: string): boolean {
  return row !== undefined && folded(row.name) === folded(text);
}

/** The columns that a first line names; none where it is a line like the others. */
function headings(first: readonly string[], columns: readonly ColumnShape[]): (ColumnShape | undefined)[] | null {
  const found = first.map((cell) => columns.find((shape) => folded(shape.label) === folded(cell)));
  const known = found.filter((shape) => shape !== undefined);
  const named = known.some((shape) => shape.id === 'name');
  return named && known.length * 2 >= first.length ? found : null;
}
