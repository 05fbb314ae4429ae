/** How a file was read, in words. */

import type { ImportLook } from '../../api/generated';
import { countText } from '../../shared/format';

interface Choice {
  value: string;
  label: string;
  note?: string;
}

const DELIMITERS: readonly Choice[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
];

const ENCODINGS: readonly Choice[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Western European', note: 'windows-1252' },
  { value: 'windows-1250', label: 'Central European', note: 'windows-1250' },
  { value: 'windows-1251', label: 'Cyrillic', note: 'windows-1251' },
  { value: 'macintosh', label: 'Mac Roman', note: 'macintosh' },
  { value: 'utf-16le', label: 'Unicode text of Excel', note: 'utf-16le' },
  { value: 'shift_jis', label: 'Japanese', note: 'shift_jis' },
  { value: 'gb18030', label: 'Chinese', note: 'gb18030' },
];

/** The choices, with what was found among them even if it is a rare one. */
export function encodings(found: string): Choice[] {
  return withFound(ENCODINGS, found.toLowerCase(), found);
}

export function delimiters(found: string): Choice[] {
  return withFound(DELIMITERS, found, found);
}

function withFound(choices: readonly Choice[], found: string, label: string): Choice[] {
  return found === '' || choices.some(({ value }) => value === found)
    ? [...choices]
    : [...choices, { value: found, label }];
}

/** "2,164 rows, 9 of 14 columns understood". */
export function sizeText({ rows, columns }: ImportLook): string {
  const held = columns.filter(({ field }) => field !== null).length;
  const all = countText(columns.length, 'column');
  return `${countText(rows, 'row')}, ${held === columns.length ? all : `${held} of ${all}`} understood`;
}

/** A row of a spreadsheet as it is typed: the first is 1. */
export function rowTyped(text: string): number | null {
  const row = Number(text.trim());
  return Number.isInteger(row) && row >= 1 && row <= 200_000 ? row : null;
}

const SLASHED = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/;

/** Whether a value is a day that reads both ways, such as 1/3/2026. */
export function readsBothWays(value: string): boolean {
  const found = SLASHED.exec(value);
  if (!found) return false;
  const [first, second] = [Number(found[1]), Number(found[2])];
  return first >= 1 && second >= 1 && first <= 12 && second <= 12 && first !== second;
}

export type Sureness = 'said' | 'sure' | 'likely' | 'unsure' | 'none';

/** How sure it is that a column holds its field. */
export function sureness(field: string | null, confidence: number, isSaid: boolean): Sureness {
  if (isSaid) return 'said';
  if (field === null) return 'none';
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.7 ? 'likely' : 'unsure';
}

export const SURENESS_WORDS: Record<Sureness, string> = {
  said: 'You said so',
  sure: 'Sure',
  likely: 'Likely',
  unsure: 'Please check',
  none: 'No field',
};

/** With a capital, for the beginning of a line. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "A list of partners" within a sentence; names such as HubSpot stay. */
export function midSentence(words: string): string {
  return /^(A|An|The) /.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
