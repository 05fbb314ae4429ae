/** Accounts by their names. Pure. */

import type { AccountRow } from '../../api/generated';
import { folded } from '../../shared/finding';

/** The account that a person means: spelled as it is, else the only one of that name without case and accents. */
export function accountNamed(accounts: readonly AccountRow[], typed: string): AccountRow | undefined {
  const name = typed.trim();
  const exact = accounts.filter((account) => account.name === name);
  const alike = exact.length > 0 ? exact : accounts.filter((account) => folded(account.name) === folded(name));
  return alike.length === 1 ? alike[0] : undefined;
}
