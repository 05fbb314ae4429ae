/** Copying, pasting and filling cells: each change is one step, and what did not fit is said. */

import type { PartnerEdit, PartnerRow } from '../../api/generated';
import { countText } from '../../shared/format';
import { say } from '../../shared/toasts';
import type { ColumnShape } from './columns';
import { editPartners, sayUndoable } from './commands';
import { laid, type Place } from './paste';
import { table } from './table.svelte';
import { cellsAsText, cellsIn } from '../../shared/grid';
import { cellText, readCell } from './typed';

/** The selected rows under their headings, or the one cell that the keys are on. */
export function copyRows(
  chosen: readonly PartnerRow[],
  columns: readonly ColumnShape[],
  current: PartnerRow | undefined,
  shape: ColumnShape | undefined,
): string | null {
  const { known } = table;
  if (chosen.length === 0) return current && shape ? cellsAsText([[cellText(known, current, shape.id)]]) : null;
  const lines = chosen.map((row) => columns.map(({ id }) => cellText(known, row, id)));
  say(`Copied ${countText(chosen.length, 'row')}`);
  return cellsAsText([columns.map(({ label }) => label), ...lines]);
}

export async function pasteRows(text: string, place: Place): Promise<void> {
  const lines = cellsIn(text);
  if (lines.length === 0) return say('There is nothing to paste: copy cells of a spreadsheet first.');
  const pasted = laid(table.known, lines, place);
  const done =
    pasted.edits.length + pasted.new.length === 0
      ? { changed: 0, added: [] }
      : await editPartners({ gesture: 'paste', edits: pasted.edits, new: pasted.new });
  if (!done) return;
  const parts = [
    done.changed > 0 && `${countText(done.changed, 'partner')} changed`,
    done.added.length > 0 && `${countText(done.added.length, 'partner')} added`,
  ].filter(Boolean);
  const words = parts.length > 0 ? `Pasted: ${parts.join(', ')}.` : 'Pasted: nothing differs.';
  const sentence = [words, ...left(pasted.refused)].join(' ');
  if (parts.length > 0) sayUndoable(sentence);
  else say(sentence);
}

const SHOWN = 3;

function left(refused: readonly string[]): string[] {
  if (refused.length === 0) return [];
  const more = refused.length > SHOWN ? ` and ${refused.length - SHOWN} more` : '';
  return [`Left out: ${refused.slice(0, SHOWN).join('; ')}${more}.`];
}

/** Rows take the value of the first of them. */
export async function fillDown(rows: readonly PartnerRow[], shape: ColumnShape): Promise<void> {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return;
  if (shape.editor === 'none') return say(`${shape.label} is worked out, so that it cannot be filled.`);
  if (shape.id === 'name') return say('Names are not filled: two partners would have the same one.');
  const text = cellText(table.known, first, shape.id);
  const edits = others.flatMap((row): PartnerEdit[] => {
    const read = readCell(table.known, shape, text, row);
    return 'change' in read && read.change ? [{ id: row.id, changes: [read.change] }] : [];
  });
  if (edits.length === 0) return;
  const done = await editPartners({ gesture: 'fill', edits, new: [] });
  if (done) sayUndoable(`Filled ${shape.label.toLowerCase()} down ${countText(done.changed, 'partner')}`);
}

export async function clearCell(row: PartnerRow, shape: ColumnShape): Promise<void> {
  if (shape.editor === 'none' || shape.id === 'name' || shape.id === 'kind') return;
  const read = readCell(table.known, shape, '', row);
  if ('change' in read && read.change)
    await editPartners({ gesture: 'clear', edits: [{ id: row.id, changes: [read.change] }], new: [] });
}
