/** What a file would do, sorted for reading. */

import type { ImportPreview } from '../../api/generated';
import { countText, numberText } from '../../shared/format';

/** What the core says to whoever types commands, and what it means in this window. */
const IN_WINDOW: readonly (readonly [RegExp, string])[] = [
  [/; say --dates day-first or --dates month-first/g, '; choose the order of day and month above'],
  [
    /\. Import them with --as accounts, or say which of them are partners, for example with --partner-if "[^"]*"/g,
    '. Import them as accounts, or say which of them are partners',
  ],
  [/,? or say which column is which with --map "[^"]*"/g, ', or go back and choose the row of the column names'],
  [
    /,? say which it is with --map "[^"]*",? or give it for every row with --set \S+/g,
    ' or choose it under “Columns”, or give one value for every row',
  ],
  [/: say which is which with --map "[^"]*"/g, ': choose another one under “Columns”'],
  [/,? or have them written to a file with --rejects and take the others/g, ', or leave them out'],
  [/^(\d[\d,]* new kinds?) of organization: /, '$1 of partner: '],
  [/; it was taken as one name/g, '; it is taken as one name'],
  [/; it was added as its own organization/g, '; it comes in as a partner of its own'],
  [
    /\bthe name of one organization of this workspace; add it first, or import the organizations before/g,
    'the name of one partner of this workspace; add it first, or import the partners before',
  ],
  [/\bexpected the organization's name\b/g, 'expected the partner’s name'],
  [/; if letters look wrong, name the encoding/g, '; if letters look wrong, choose the encoding under “File”'],
];

export function inWindow(sentence: string): string {
  const text = IN_WINDOW.reduce((before, [typed, chosen]) => before.replace(typed, chosen), sentence.trim());
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Names that are listed, and how many are not. */
export function listed(names: readonly string[], count: number): string[] {
  const more = count - names.length;
  return more > 0 && names.length > 0 ? [...names, `and ${numberText(more)} more`] : [...names];
}

/** A day in the file reads both ways, and only a person can say which. */
export function asksForDates(preview: ImportPreview): boolean {
  return preview.faults.some((fault) => fault.includes('--dates'));
}

/** What the workspace would learn besides the rows, and what was guessed: the summary without what stands in lists. */
export function besides(preview: ImportPreview): string[] {
  const listed = new Set([...preview.questions, ...preview.possible_duplicates]);
  const isMissing = (line: string): boolean =>
    preview.missing.length > 0 && /^[\d,]+ names? of the file before /.test(line);
  return preview.summary
    .slice(1)
    .filter((line) => !listed.has(line) && !line.startsWith('… and ') && !isMissing(line))
    .map(inWindow);
}

/** How many rows would be written. */
export function written({ created, updated }: ImportPreview): number {
  return created + updated;
}

/** The words of the last button, which says exactly what it does. */
export function writeLabel(preview: ImportPreview): string {
  const rows = countText(written(preview), 'row');
  return preview.refused > 0 ? `Import ${rows}, leave out ${numberText(preview.refused)}` : `Import ${rows}`;
}

/** "12 new and 3 changed partners." */
export function doneText({ created, updated }: ImportPreview, one: string, many: string): string {
  if (created + updated === 0) return 'Nothing changed: every row is there already.';
  if (updated === 0) return `${countText(created, `new ${one}`, `new ${many}`)}.`;
  const changed = countText(updated, `changed ${one}`, `changed ${many}`);
  return created === 0 ? `${changed}.` : `${numberText(created)} new and ${changed}.`;
}
