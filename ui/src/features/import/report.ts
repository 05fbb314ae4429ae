/** Reports of networks: what they ask for, and what is said about partners whom nobody knows. */

import type { ImportLook, ImportOptions } from '../../api/generated';
import { matched } from './options';

export type ReportLook = NonNullable<ImportLook['report']>;

/** A month as it is typed: 2026-03. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** What a report still asks for; null when nothing. */
export function reportAsks(look: ImportLook, { report, set }: ImportOptions): string | null {
  if (!look.report) return null;
  const { first, last } = report;
  if ([first, last].some((month) => month !== null && !isMonth(month))) return 'Write the months as 2026-03.';
  const hasMonth = first !== null || last !== null || set.some(({ name }) => name === 'month');
  if (look.report.asks_period && !hasMonth) return 'Say which month the report is of.';
  return look.report.asks_motion && report.motion === null ? 'Say which motion the report is of.' : null;
}

/** A partner of a report comes in as a new affiliate. */
export const NEW = 'new';
/** Its figures do not count. */
export const LEAVE_OUT = 'out';

/** Whom a partner of a report stands for: a new affiliate, nobody, or the one with this id. */
export function known(said: ImportOptions, name: string, who: string): Pick<ImportOptions, 'same' | 'report'> {
  const others = said.report.left_out.filter((own) => own !== name);
  if (who === LEAVE_OUT) {
    const same = said.same.filter((own) => own.name !== name);
    return { same, report: { ...said.report, left_out: [...others, name] } };
  }
  return { same: matched(said, name, who === NEW ? null : who), report: { ...said.report, left_out: others } };
}

/** What was said of a partner of a report so far. */
export function knownAs(said: ImportOptions, name: string): string {
  if (said.report.left_out.includes(name)) return LEAVE_OUT;
  return said.same.find((own) => own.name === name)?.other ?? NEW;
}
