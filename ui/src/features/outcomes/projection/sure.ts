/** "How sure?" as the ends of a range around what is expected. Pure. */
import type { MetricUnit, ProjectionForm } from '../../../api/generated';

export type Sure = 'very' | 'fairly' | 'rough' | 'own';

interface Choice {
  value: Sure;
  label: string;
  note: string;
  /** How much lower and higher it may well be, as a part of what is expected. */
  part: number | null;
}

export const SURE: readonly Choice[] = [
  { value: 'very', label: 'Very sure', note: '±10 %', part: 0.1 },
  { value: 'fairly', label: 'Fairly sure', note: '±25 %', part: 0.25 },
  { value: 'rough', label: 'Rough guess', note: '±50 %', part: 0.5 },
  { value: 'own', label: 'Own range', note: 'low and high', part: null },
];

/** What a projection begins with: a range, for a promise without doubt is none. */
export const BEGINNING: Sure = 'fairly';

export interface Ends {
  low: string;
  high: string;
}

/** The ends as they are typed: parts of the target; of a share they are shares too, for 80 % would be one itself. */
export function endsOf(unit: MetricUnit, total: string, sure: Sure): Ends {
  const part = SURE.find(({ value }) => value === sure)?.part ?? null;
  if (part === null) return { low: '', high: '' };
  return { low: end(unit, total, 1 - part), high: end(unit, total, 1 + part) };
}

/** Which of the choices these ends are. */
export function sureOf(unit: MetricUnit, total: string, ends: Ends): Sure {
  const found = SURE.find(({ value, part }) => {
    const made = endsOf(unit, total, value);
    return part !== null && made.low === ends.low.trim() && made.high === ends.high.trim();
  });
  return found?.value ?? 'own';
}

/** An end as the core tells it, a part of the target, as it is typed. */
export function shownEnd(form: Pick<ProjectionForm, 'unit' | 'total'>, told: string): string {
  const part = Number(told.replace('%', '')) / 100;
  return told === '' || form.unit !== 'percent' ? told : end(form.unit, form.total, part);
}

function end(unit: MetricUnit, total: string, part: number): string {
  if (unit !== 'percent') return `${rounded(part * 100)}%`;
  const figure = Number(total.replace('%', ''));
  if (total.trim() === '' || Number.isNaN(figure)) return '';
  return `${rounded(figure * part)}${total.includes('%') ? '%' : ''}`;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
