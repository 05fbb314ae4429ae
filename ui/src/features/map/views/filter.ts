/** Filters as a person makes and reads them. Pure; the program decides who passes. */

import type { Condition, Field, FieldView, Filter, Test } from '../../../api/generated';

export type Asks = Test['is'];

/** Everybody has a name of their own: it is searched for, never chosen from a list. */
export const NAME: FieldView = { field: 'name', name: 'Name', words: [], range: null };
const OWNER: Field = 'owner';
const SHOWN = 3;

/** What can be asked of a field, the most usual first. */
export function asksOf(field: FieldView): Asks[] {
  if (field.words.length > 0 && field.range) return ['any_of', 'none_of', 'between'];
  if (field.words.length > 0) return ['any_of', 'none_of', 'contains'];
  return field.range ? ['between'] : ['contains'];
}

/** "Stage: Active, Growing", "Depth: from 2 to 4", "Name: with “pay”". */
export function conditionWords({ field, test }: Condition, fields: readonly FieldView[]): string {
  const known = fieldOf(field, fields);
  const name = known?.name ?? field;
  const say = (word: string): string => known?.words.find((each) => each.word === word)?.name ?? (word || 'not set');
  switch (test.is) {
    case 'any_of':
      return `${name}: ${listed(test.words.map(say))}`;
    case 'none_of':
      return `${name}: not ${listed(test.words.map(say))}`;
    case 'contains':
      return `${name}: with “${test.text}”`;
    case 'between':
      if (test.least === null) return `${name}: up to ${test.most ?? ''}`;
      return test.most === null ? `${name}: from ${test.least}` : `${name}: ${test.least} to ${test.most}`;
  }
}

export function fieldOf(field: Field, fields: readonly FieldView[]): FieldView | undefined {
  return field === NAME.field ? NAME : fields.find((each) => each.field === field);
}

/** None when nothing is asked. */
export function ofWords(field: Field, is: 'any_of' | 'none_of', words: readonly string[]): Condition | null {
  return words.length === 0 ? null : { field, test: { is, words: [...words] } };
}

/** What a person typed as bounds: none when neither is a figure; turned around when the first is the larger. */
export function ofBounds(field: Field, least: string, most: string): Condition | null {
  const [a, b] = [figure(least), figure(most)];
  if (a === null && b === null) return null;
  if (a !== null && b !== null && a > b) return { field, test: { is: 'between', least: b, most: a } };
  return { field, test: { is: 'between', least: a, most: b } };
}

export function ofText(field: Field, text: string): Condition | null {
  const wanted = text.trim();
  return wanted === '' ? null : { field, test: { is: 'contains', text: wanted } };
}

/** The condition at `index` becomes another one, or goes; without an index it is added. */
export function changed(filter: Filter, index: number | null, condition: Condition | null): Filter {
  const others = [...filter.conditions];
  if (index === null || index >= others.length) return { conditions: condition ? [...others, condition] : others };
  others.splice(index, 1, ...(condition ? [condition] : []));
  return { conditions: others };
}

/** Whose owner is the person of this name; none where nobody of that name owns any. */
export function mineOf(fields: readonly FieldView[], author: string): Condition | null {
  const name = author.trim().toLocaleLowerCase();
  if (name === '') return null;
  const words = fields.find(({ field }) => field === OWNER)?.words ?? [];
  const own = words.filter((each) => each.word !== '' && each.name.toLocaleLowerCase() === name);
  return ofWords(
    OWNER,
    'any_of',
    own.map(({ word }) => word),
  );
}

export function indexOf(filter: Filter, condition: Condition | null): number {
  const wanted = JSON.stringify(condition);
  return filter.conditions.findIndex((each) => JSON.stringify(each) === wanted);
}

function figure(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function listed(words: readonly string[]): string {
  const more = words.length - SHOWN;
  return words.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
