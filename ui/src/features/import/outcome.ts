/** What a file would do, sorted for reading. */

import type { ImportPreview } from '../../api/generated';
import { countText, numberText } from '../../shared/format';

/** Names that are listed, and how many are not. */
export function listed(names: readonly string[], count: number): string[] {
  const more = count - names.length;
  return more > 0 && names.length > 0 ? [...names, `and ${numberText(more)} more`] : [...names];
}

/** A day in the file reads both ways, and only a person can say which. */
export function asksForDates(preview: ImportPreview): boolean {
  return preview.faults.some((fault) => fault.asks_dates);
}

/** How many rows would be written. */
export function written({ created, updated }: ImportPreview): number {
  return created + updated;
}

/** Whether anything would be written: also rows of a report that change no figure yet. */
export function writes(preview: ImportPreview): boolean {
  return written(preview) > 0 || preview.kept > 0;
}

/** The words of the last button, which says exactly what it does. */
export function writeLabel(preview: ImportPreview, one = 'row'): string {
  if (written(preview) === 0) return `Keep ${countText(preview.kept, 'row')}`;
  const rows = countText(written(preview), one);
  return preview.refused > 0 ? `Import ${rows}, leave out ${numberText(preview.refused)}` : `Import ${rows}`;
}

/** "12 new and 3 changed partners." */
export function doneText({ created, updated, kept }: ImportPreview, one: string, many: string): string {
  if (created + updated === 0 && kept > 0) return `${countText(kept, 'row')} kept; no figure changes yet.`;
  if (created + updated === 0) return 'Nothing changed: every row is there already.';
  if (updated === 0) return `${countText(created, `new ${one}`, `new ${many}`)}.`;
  const changed = countText(updated, `changed ${one}`, `changed ${many}`);
  return created === 0 ? `${changed}.` : `${numberText(created)} new and ${changed}.`;
}
