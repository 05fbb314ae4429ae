import type { KeyFigure, Month, MotionVariance } from '../../api/generated';
import { dayText, monthText } from '../../shared/format';
import { workspace } from '../../shared/workspace.svelte';

/** Where a figure comes from, so that it can be found again. */
export interface Origin {
  /** The workspace. */
  readonly name: string;
  readonly scenario: string;
  readonly today: string;
}

/** That of the open workspace, as it is shown now. */
export function originNow(): Origin {
  const { name, scenario, scenarios, today } = workspace.open;
  return { name, scenario: scenarios.find(({ id }) => id === scenario)?.name ?? 'Expected', today };
}

/** "Tidewater plan, Expected, 23 November 2026". */
export function originText({ name, scenario, today }: Origin): string {
  return `${name}, ${scenario}, ${dayText(today, true)}`;
}

/** "FY 2026" of twelve months, otherwise "Jan 2026 to Mar 2026". */
export function monthsText(first: Month, last: Month): string {
  if (first === last) return monthText(first);
  const [from, to] = [first, last].map((month) => month.split('-').map(Number));
  const count = ((to?.[0] ?? 0) - (from?.[0] ?? 0)) * 12 + (to?.[1] ?? 0) - (from?.[1] ?? 0) + 1;
  return count === 12 ? `FY ${last.slice(0, 4)}` : `${monthText(first)} to ${monthText(last)}`;
}

/** "€1.2M influenced revenue, FY 2026 (Tidewater plan, Expected, 23 November 2026)". */
export function figureText(
  { label, value, first, last }: Pick<KeyFigure, 'label' | 'value' | 'first' | 'last'>,
  origin: Origin,
): string {
  return `${value} ${inSentence(label)}, ${monthsText(first, last)} (${originText(origin)})`;
}

/** "Harbor Tour: actual €42k, planned €40k, variance +€2k (…)". */
export function varianceText(
  { name, actual_text, planned_text, variance_text }: MotionVariance,
  metric: string,
  origin: Origin,
): string {
  const figures = `actual ${actual_text}, planned ${planned_text}, variance ${variance_text}`;
  return `${name}, ${inSentence(metric)}: ${figures} (${originText(origin)})`;
}

/** A table as spreadsheets take it, with where it comes from below it. */
export function tableText(title: string, rows: readonly (readonly string[])[], origin: Origin): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'));
  return [...cells, `${title} (${originText(origin)})`].join('\n');
}

/** A name stays as it is where its letters are its own ("ROAS"). */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Puts a text in a copy event's place; words that somebody has selected go before it. */
export function copyInstead(event: ClipboardEvent, text: string): void {
  if (window.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.stopPropagation();
  event.clipboardData?.setData('text/plain', text);
}
