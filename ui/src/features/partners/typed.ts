/** Text that a person typed or pasted, read as a cell of its column. Pure. */

import type { CustomFieldView, PartnerChange, PartnerRow } from '../../api/generated';
import type { ColumnShape } from './columns';
import { changeOf, choicesFor, customChange, fieldOf, manyChange, valueOf, wordsOf, type Known } from './editing';
import { isCustom, type Column } from './table';
import { NOBODY, ownerLabel, type Choice } from './vocabulary';
import { folded } from '../../shared/finding';

/** What a cell becomes, or why it cannot. */
export type Read = { change: PartnerChange | undefined } | { refused: string };

const EMPTY: ReadonlySet<string> = new Set(['', '-', '–', '—']);

/** A text for a column. A row that is there already is not changed where it says the same. */
export function readCell(known: Known, shape: ColumnShape, text: string, row?: PartnerRow): Read {
  const typed = text.trim();
  if (shape.editor === 'none') return { change: undefined };
  if (shape.editor === 'many') return readMany(known, shape, typed, row);
  const choices = choicesFor(known, shape.id);
  if (choices) return readChoice(known, shape, choices, typed, row);
  const field = fieldOf(known, shape.id);
  if (field && isCustom(shape.id)) {
    const value = EMPTY.has(typed) ? '' : readValue(field, typed);
    if (value === null) return { refused: `“${typed}” is no ${field.kind === 'date' ? 'day' : 'number'}` };
    return value === (row ? valueOf(row, shape.id) : '')
      ? { change: undefined }
      : { change: customChange(shape.id, value) };
  }
  if (shape.id === 'name') return { change: row ? changeOf(known, row, 'name', typed) : undefined };
  const value = EMPTY.has(typed) ? '' : typed;
  return { change: row ? changeOf(known, row, shape.id, value) : plainChange(shape.id, value) };
}

function plainChange(column: Column, value: string): PartnerChange | undefined {
  if (value === '') return undefined;
  return column === 'tier' || column === 'group' ? { field: column, value } : undefined;
}

function readChoice(
  known: Known,
  shape: ColumnShape,
  choices: readonly Choice[],
  typed: string,
  row?: PartnerRow,
): Read {
  const wanted = folded(typed);
  const found = EMPTY.has(typed)
    ? choices.find(({ value }) => value === NOBODY)
    : (choices.find(({ label }) => folded(label) === wanted) ?? choices.find(({ value }) => value === typed));
  if (!found)
    return { refused: typed === '' ? 'nothing is chosen' : `“${typed}” is no ${shape.label.toLowerCase()} here` };
  const before = row ?? ({ kind: '', stage: null, owner: null, custom: {} } as unknown as PartnerRow);
  return { change: changeOf(known, before, shape.id, found.value) };
}

function readMany(known: Known, shape: ColumnShape, typed: string, row?: PartnerRow): Read {
  const words = [
    ...new Set(
      EMPTY.has(typed)
        ? []
        : typed
            .split(/[,;\n]/)
            .map((word) => word.trim())
            .filter(Boolean),
    ),
  ];
  const offered = shape.choices;
  const spelled = words.map((word) => offered?.find((choice) => folded(choice) === folded(word)) ?? word);
  const unknown = offered ? spelled.find((word) => !offered.includes(word)) : undefined;
  if (unknown !== undefined) return { refused: `“${unknown}” is none of the choices of ${shape.label}` };
  const before = row ? wordsOf(known, row, shape.id) : [];
  const same = before.length === spelled.length && before.every((word, index) => word === spelled[index]);
  return { change: same ? undefined : manyChange(shape.id, spelled) };
}

/** A text as the field's kind is written; none when it is no such thing. */
export function readValue(field: Pick<CustomFieldView, 'kind'>, typed: string): string | null {
  switch (field.kind) {
    case 'number':
    case 'money':
      return readNumber(typed);
    case 'date':
      return readDay(typed);
    default:
      return typed;
  }
}

const UNITS: Record<string, number> = { k: 1e3, m: 1e6 };

/** "1,250.50", "1.250,50", "€1.2k", "(30)": the last separator with other than three digits after it is the decimal one. */
export function readNumber(typed: string): string | null {
  let text = typed.replace(/[\s\u00a0\u202f€$£¥%]/gu, '').replace(/^[A-Za-z]{3}(?=[\d(-])|(?<=\d)[A-Z]{3}$/, '');
  const negative = /^\(.*\)$/.test(text) || text.startsWith('-') || text.startsWith('−');
  text = text.replace(/^[-−+(]+|\)$/g, '');
  const unit = UNITS[text.slice(-1).toLowerCase()];
  if (unit !== undefined) text = text.slice(0, -1);
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text.charAt(last);
  const once = last >= 0 && text.indexOf(mark) === last;
  const both = text.includes('.') && text.includes(',');
  const grouping = once && !both && mark === ',' && text.length - last - 1 === 3;
  const decimal = once && !grouping ? last : -1;
  const whole = (decimal < 0 ? text : text.slice(0, decimal)).replace(/[.,]/g, '');
  const rest = decimal < 0 ? '' : text.slice(decimal + 1);
  const figure = Number(`${whole}.${rest}`) * (unit ?? 1);
  if (!Number.isFinite(figure)) return null;
  const plain = unit === undefined ? `${Number(whole)}${rest === '' ? '' : `.${rest}`}` : String(figure);
  return negative && figure !== 0 ? `-${plain}` : plain;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2026-06-30", "30 June 2026", "30.06.2026"; of two numbers with slashes only a clear one is taken. */
export function readDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  if (dotted) return day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first > 12) return day(year, second, first);
    return second > 12 || first === second ? day(year, first, second) : null;
  }
  const named =
    /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(typed) ?? /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(typed);
  if (!named) return null;
  const [a = '', b = '', year = ''] = named.slice(1);
  const [number, word] = /^\d/.test(a) ? [a, b] : [b, a];
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : day(Number(year), month, Number(number));
}

function day(year: number, month: number, date: number): string | null {
  const there = new Date(Date.UTC(year, month - 1, date));
  const real = there.getUTCMonth() === month - 1 && there.getUTCDate() === date && year >= 1000;
  return real ? there.toISOString().slice(0, 10) : null;
}

/** A cell as text for another program, which reads back as the same. */
export function cellText(known: Known, row: PartnerRow, column: Column): string {
  switch (column) {
    case 'character':
      return row.character;
    case 'depth':
      return row.depth === null ? '' : row.depth.toFixed(1);
    case 'lens':
      return row.lens.map((value) => (value === null ? '' : value.toFixed(1))).join(' ');
    case 'revenue':
      return row.actual === null ? '' : String(Math.round(row.actual));
    case 'owner':
      return ownerLabel(known.state, row.owner) ?? '';
    case 'regions':
    case 'segments':
    case 'tags':
      return wordsOf(known, row, column).join(', ');
    default: {
      const value = valueOf(row, column);
      if (fieldOf(known, column)?.kind === 'multi_choice') return wordsOf(known, row, column).join(', ');
      const label = choicesFor(known, column)?.find((choice) => choice.value === value && value !== NOBODY)?.label;
      return label ?? value;
    }
  }
}
