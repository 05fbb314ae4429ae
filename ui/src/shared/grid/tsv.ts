/** Cells as spreadsheets put them on the clipboard. */

/** What a spreadsheet would take for a formula; an apostrophe in front makes it text again. */
const FORMULA = /^[=+\-@\t\r']/;
const NUMBER = /^[+-]?[\d.,]+%?$/;

/** Lines of cells. Cells in double quotes hold tabs, line breaks and doubled quotes. */
export function cellsIn(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"' && closes(text, at)) {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/[\t\r\n]/);
      cell = end < 0 ? text.slice(at) : text.slice(at, at + end);
      at += cell.length;
    }
    cells.push(restored(cell));
    if (text[at] === '\t') {
      at += 1;
      if (at < text.length && !'\r\n'.includes(text.charAt(at))) continue;
      cells.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    lines.push(cells);
    cells = [];
  }
  while (lines.at(-1)?.every((cell) => cell.trim() === '')) lines.pop();
  return lines;
}

/** A quote that no other one closes before the next cell is a letter. */
function closes(text: string, at: number): boolean {
  let end = at + 1;
  while (end < text.length) {
    if (text[end] === '"') {
      if (text[end + 1] !== '"') return end + 1 >= text.length || '\t\r\n'.includes(text.charAt(end + 1));
      end += 1;
    }
    end += 1;
  }
  return false;
}

function restored(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** The same as text; what a spreadsheet would run as a formula is made harmless, and comes back as it was. */
export function cellsAsText(lines: readonly (readonly string[])[]): string {
  const shown = (cell: string): string => {
    const harmless = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
    return /[\t\r\n"]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return lines.map((cells) => cells.map(shown).join('\t')).join('\n');
}
