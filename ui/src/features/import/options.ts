/** What is said about a file: at first nothing, then what a person changed. What is left out the core guesses. */

import type { ImportConflict, ImportLook, ImportNoun, ImportOptions, ImportPair } from '../../api/generated';

/** In the order in which they are offered, and preferred where a file reads equally well as several. */
export const NOUNS: readonly { value: ImportNoun; label: string; one: string; many: string }[] = [
  { value: 'organizations', label: 'Partners', one: 'partner', many: 'partners' },
  { value: 'relationships', label: 'Relationships', one: 'relationship', many: 'relationships' },
  { value: 'accounts', label: 'Accounts', one: 'account', many: 'accounts' },
  { value: 'deals', label: 'Deals', one: 'deal', many: 'deals' },
  { value: 'actuals', label: 'Actuals', one: 'figure', many: 'figures' },
  { value: 'motions', label: 'Motions', one: 'motion', many: 'motions' },
  { value: 'tasks', label: 'Tasks', one: 'task', many: 'tasks' },
];

/** A column that goes nowhere. */
export const LEFT_OUT = '-';

/** Nothing said but what the rows are. */
export function silent(noun: ImportNoun): ImportOptions {
  return {
    noun,
    map: [],
    set: [],
    encoding: null,
    delimiter: null,
    sheet: null,
    header_row: null,
    profile: null,
    dates: null,
    conflict: 'file',
    conflicts: [],
    partner_if: null,
    report: {
      basis: null,
      dated_by: null,
      first: null,
      last: null,
      motion: null,
      running: false,
      provisional: false,
      left_out: [],
    },
    several: [],
    same: [],
  };
}

/** The same file read as other rows: how it is read stays, what its columns hold is guessed anew. */
export function readAs(noun: ImportNoun, said: ImportOptions): ImportOptions {
  const { encoding, delimiter, sheet, header_row, dates, conflict } = said;
  return { ...silent(noun), encoding, delimiter, sheet, header_row, dates, conflict };
}

/** What the rows most likely are: a file that was imported before, then a known make, then what most columns fit. */
export function likeliest(looks: ReadonlyMap<ImportNoun, ImportLook>): ImportNoun | null {
  let best: ImportNoun | null = null;
  let most = -1;
  for (const { value } of NOUNS) {
    const look = looks.get(value);
    if (!look) continue;
    const points = plausibility(look);
    if (points > most) [best, most] = [value, points];
  }
  // Companies of a CRM are customers until a person says otherwise.
  return best === 'organizations' && looks.get(best)?.of_customers && looks.has('accounts') ? 'accounts' : best;
}

function plausibility(look: ImportLook): number {
  const held = look.columns.filter(({ field }) => field !== null).length;
  const whole = !look.fields.some(({ missing }) => missing);
  const known = look.profile !== null && look.profile !== 'partner_list';
  return (look.remembered ? 10_000 : 0) + (whole && held > 0 ? 2000 : 0) + (known ? 1000 : 0) + held;
}

/** A person sends a column to a field, or nowhere. A field has one column: the one that held it by hand lets go. */
export function mapped(map: readonly ImportPair[], column: string, field: string): ImportPair[] {
  const others = map.filter(({ name, value }) => name !== column && (field === LEFT_OUT || value !== field));
  return [...others, { name: column, value: field }];
}

/** Who wins for one field; the same as for all of them needs no words. */
export function decided(said: ImportOptions, field: string, conflict: ImportConflict | null): ImportOptions {
  const others = said.conflicts.filter((own) => own.field !== field);
  return { ...said, conflicts: conflict === null ? others : [...others, { field, conflict }] };
}

/** One value for a field in every row; an empty one takes it back. */
export function fixed(set: readonly ImportPair[], field: string, value: string): ImportPair[] {
  const others = set.filter(({ name }) => name !== field);
  return value.trim() === '' ? others : [...others, { name: field, value: value.trim() }];
}

export const CONFLICTS: readonly { value: ImportConflict; label: string }[] = [
  { value: 'file', label: 'File wins' },
  { value: 'mine', label: 'Mine win' },
  { value: 'fill', label: 'Fill empty' },
];

/** A name stands for several, or for one. */
export function told(said: ImportOptions, name: string, several: boolean): ImportOptions['several'] {
  return [...said.several.filter((own) => own.name !== name), { name, several }];
}

/** A row is the other one of the workspace, or its own. */
export function matched(said: ImportOptions, name: string, other: string | null): ImportOptions['same'] {
  return [...said.same.filter((own) => own.name !== name), { name, other }];
}
