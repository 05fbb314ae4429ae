/** A projection while it is typed: what was set, in texts, beside what other models would take. Pure. */
import type {
  DistributionKind,
  DriverId,
  InputView,
  Key,
  ModelView,
  Month,
  MotionId,
  ProjectionForm,
  ProjectionInputSet,
  ProjectionModel,
  ProjectionSet,
} from '../../../api/generated';
import { monthsAround } from '../months';
import { BEGINNING, endsOf, shownEnd } from './sure';

/** One input as typed. */
export interface Given {
  value: string;
  low: string;
  high: string;
  /** Its low and high count. */
  ranged: boolean;
  /** How it lies between the ends; none: the usual way. */
  distribution: DistributionKind | null;
  /** A shared figure stands in for the three. */
  driver: DriverId | null;
  /** What Expected says, where the scenario says something else. */
  base: string | null;
}

export interface Draft {
  from: Month;
  months: string;
  model: ProjectionModel;
  total: string;
  low: string;
  high: string;
  /** How the whole lies between its ends. */
  distribution: DistributionKind | null;
  /** The model whose whole was doubted when this began. */
  doubted: ProjectionModel | null;
  /** By model, then by the input's name: another model's inputs stay while one looks around. */
  inputs: Record<string, Record<string, Given>>;
  figures: Record<string, Record<Month, string>>;
}

export const MONTHS_MOST = 120;
/** Last year's months, with its seasons. */
const YEAR = 12;

export function modelOf(form: ProjectionForm, model: ProjectionModel): ModelView | undefined {
  return form.models.find((each) => each.model === model);
}

/** As it is set; else as one would begin, with a doubt. */
export function draftOf(form: ProjectionForm): Draft {
  const kept = Object.fromEntries(form.inputs.map((input) => [input.name, input]));
  const given = (input: InputView): Given => {
    const own = kept[input.name];
    if (!own) return untyped();
    const { value, low, high, distribution, driver, base } = own;
    return { value, low, high, ranged: low !== '' || high !== '', distribution, driver, base };
  };
  const inputs = form.models.map(({ model, inputs: taken }) => {
    const own = taken.map((input) => [input.name, model === form.model ? given(input) : untyped()]);
    return [model, Object.fromEntries(own)];
  });
  const figures = Object.fromEntries(form.figures.map(({ month, value }) => [month, value]));
  const ends = form.exists
    ? { low: shownEnd(form, form.low), high: shownEnd(form, form.high) }
    : endsOf(form.unit, form.total, BEGINNING);
  return {
    from: form.from,
    months: String(form.months),
    model: form.model,
    total: form.total,
    ...ends,
    distribution: form.distribution,
    doubted: form.low !== '' || form.high !== '' ? form.model : null,
    inputs: Object.fromEntries(inputs),
    figures: { [form.model]: figures },
  };
}

export function untyped(): Given {
  return { value: '', low: '', high: '', ranged: false, distribution: null, driver: null, base: null };
}

/** The months that the model takes a figure for: those of the projection, or of one year. */
export function monthsTyped(draft: Draft): Month[] {
  const count = Math.min(MONTHS_MOST, Math.max(0, Math.trunc(Number(draft.months)) || 0));
  return monthsAround(draft.from, 0, draft.model === 'seasonal' ? Math.min(YEAR, count) : count);
}

/** Whether the doubt is about the whole: a target, or months that are typed. Else each input has its own. */
export function doubtsWhole(draft: Draft, model: ModelView): boolean {
  return model.has_total || model.figures_label !== null || draft.doubted === model.model;
}

/** Everything that the model cannot do without is typed. */
export function isComplete(draft: Draft, model: ModelView): boolean {
  if (model.has_total && draft.total.trim() === '') return false;
  const figures = draft.figures[model.model] ?? {};
  if (model.figures_label !== null && monthsTyped(draft).every((month) => blank(figures[month]))) return false;
  const own = draft.inputs[model.model] ?? {};
  return model.inputs.every(({ name, default: otherwise }) => {
    const given = own[name];
    return otherwise !== null || (given !== undefined && (given.driver !== null || !blank(given.value)));
  });
}

function blank(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}

/** What is asked of the core. */
export function requestOf(draft: Draft, model: ModelView, motion: MotionId, metric: Key): ProjectionSet {
  const own = draft.inputs[model.model] ?? {};
  const figures = draft.figures[model.model] ?? {};
  return {
    motion,
    metric,
    from: draft.from,
    months: Math.max(0, Math.trunc(Number(draft.months)) || 0),
    model: model.model,
    ...(model.has_total ? { total: draft.total } : {}),
    ...(doubtsWhole(draft, model) ? { low: draft.low, high: draft.high, ...shape(draft.distribution) } : {}),
    inputs: model.inputs.flatMap(({ name }) => inputSet(name, own[name])),
    figures:
      model.figures_label === null
        ? []
        : monthsTyped(draft).flatMap((month) =>
            blank(figures[month]) ? [] : [{ month, value: figures[month] ?? '' }],
          ),
  };
}

function inputSet(name: Key, given: Given | undefined): ProjectionInputSet[] {
  if (!given) return [];
  if (given.driver !== null) return [{ name, driver: given.driver }];
  const { value, ranged } = given;
  const [low, high] = ranged ? [given.low, given.high] : ['', ''];
  return [value, low, high].every(blank)
    ? []
    : [{ name, value, low, high, ...shape(ranged ? given.distribution : null) }];
}

function shape(distribution: DistributionKind | null): { distribution?: DistributionKind } {
  return distribution === null ? {} : { distribution };
}

/** A column or a row of a spreadsheet, from `month` on. */
export function pastedMonths(
  cells: readonly (readonly string[])[],
  months: readonly Month[],
  from: Month,
): [Month, string][] {
  const figures = cells.length === 1 ? (cells[0] ?? []) : cells.map((line) => line[0] ?? '');
  const start = months.indexOf(from);
  return figures.flatMap((figure, index) => {
    const month = months[start + index];
    return month === undefined ? [] : [[month, figure.trim()]];
  });
}

/** The field that a refusal is about: it begins with the input's label, or quotes what was typed. */
export function culprit(message: string, draft: Draft, model: ModelView): string | null {
  const input = model.inputs.find(
    ({ label }) => message.startsWith(`${label}: `) || message.startsWith(`${label} is `),
  );
  if (input) return input.name;
  const quoted = (text: string | undefined): boolean => !blank(text) && message.startsWith(`'${plain(text ?? '')}'`);
  const figures = draft.figures[model.model] ?? {};
  const month = monthsTyped(draft).find((each) => quoted(figures[each]));
  if (month) return month;
  if (model.has_total && quoted(draft.total)) return 'total';
  if (quoted(draft.low)) return 'low';
  if (quoted(draft.high)) return 'high';
  return message.includes(' spans ') ? 'months' : null;
}

/** Amounts are quoted without their grouping. */
function plain(text: string): string {
  return text.trim().replace(/\s/g, '');
}
