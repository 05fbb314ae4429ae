import type { ImportLook, ImportOptions } from '../../api/generated';
import { reportAsks } from './report';

/** Why what the file would do cannot be worked out yet, and what to do; null when it can. */
export function hindrance(look: ImportLook | null, said: ImportOptions): string | null {
  if (!look) return 'Choose a file first.';
  const fixed = new Set(said.set.map(({ name }) => name));
  const missing = look.fields.find((field) => field.missing && !fixed.has(field.key));
  if (missing) return `No column holds the ${missing.words} yet: choose it, or one value for every row.`;
  const asked = reportAsks(look, said);
  if (asked !== null) return asked;
  if (!said.partner_if) return isOfCustomers(look, said) ? 'Say which of these companies are partners.' : null;
  return said.partner_if.value.trim() === '' ? 'Say which value makes a row a partner.' : null;
}

/** Companies of a CRM are about to become partners. */
export function isOfCustomers(look: ImportLook, said: ImportOptions): boolean {
  return look.of_customers && said.noun === 'organizations';
}
