/** Targets as they are typed and shown; parts of the plan by their place. Pure. */

import type {
  Figure,
  JointObjectiveView,
  JointPlan,
  JointPlanField,
  MetricUnit,
  ObjectiveKind,
} from '../../../../api/generated';
import { moneyText, numberText } from '../../../../shared/format';
import { readNumber } from '../../typed';

/** What a metric counts in; without one, a currency sign or code makes it money. */
export function readFigure(typed: string, unit: MetricUnit | null, currency: string): Figure | undefined {
  const number = readNumber(typed);
  if (number === null) return undefined;
  const isMoney = unit === 'money' || (unit === null && /[€$£¥]|[A-Z]{3}/.test(typed));
  if (!isMoney) return { number: Number(number) };
  const code = /[A-Z]{3}/.exec(typed)?.[0];
  return { money: { amount: number, currency: code ?? currency } };
}

export function figureText(figure: Figure): string {
  return 'money' in figure ? moneyText(figure.money) : numberText(figure.number);
}

/** As it can be typed again, in the same unit. */
export function figureTyped(figure: Figure): string {
  if ('number' in figure) return String(figure.number);
  return `${figure.money.amount.replace(/\.0+$/, '')} ${figure.money.currency}`;
}

/** What is written first, and shown from then on. */
export const CORE: readonly JointPlanField[] = ['why_us_together', 'value_proposition', 'target_segments'];
export const SWOT: readonly JointPlanField[] = ['strengths', 'weaknesses', 'opportunities', 'threats'];

export const QUESTIONS: Partial<Record<JointPlanField, string>> = {
  why_us_together: 'What can neither of us do alone?',
  value_proposition: 'What does a customer get from both that nobody else gives?',
  target_segments: 'Whom do we want to win together?',
  enablement: 'What must their people know and be able to do?',
  certification: 'Which certificates, by whom?',
  cadence: 'Who meets how often?',
  our_sponsor: 'Who stands for it on our side?',
  their_sponsor: 'Who stands for it on their side?',
  exit_terms: 'How do we part, if we must?',
  strengths: 'What do we do well together?',
  weaknesses: 'Where do we fall short?',
  opportunities: 'What is there to win?',
  threats: 'What could spoil it?',
};

export const KINDS: Record<ObjectiveKind, { word: string; title: string }> = {
  objective: { word: 'Objective', title: 'Objectives' },
  enablement: { word: 'Enablement target', title: 'Enablement' },
  certification: { word: 'Certification target', title: 'Certification' },
};

export function isKind(value: string): value is ObjectiveKind {
  return value in KINDS;
}

/** Objectives under their kinds, kinds without any left out. */
export function grouped(
  objectives: readonly JointObjectiveView[],
): { kind: ObjectiveKind; of: JointObjectiveView[] }[] {
  return Object.keys(KINDS)
    .filter(isKind)
    .map((kind) => ({ kind, of: objectives.filter((each) => each.kind === kind) }))
    .filter(({ of }) => of.length > 0);
}

/** Nobody has written anything yet. */
export function isBlank(plan: JointPlan): boolean {
  return plan.accounts.length + plan.objectives.length === 0 && plan.texts.every(({ text }) => text === '');
}
