/** The color by which a payer is known in bars and lists. */

import type { MotionDetail, OrganizationId } from '../../../../api/generated';
import { tokenColor } from '../../../../shared/paint';
import { workspace } from '../../../../shared/workspace.svelte';
import { kindOf } from '../../../partners';

export function payerColor(detail: MotionDetail, payer: { organization: OrganizationId; is_us: boolean }): string {
  if (payer.is_us) return 'var(--kind-us)';
  const known =
    detail.payers.find(({ id }) => id === payer.organization) ??
    detail.row.partners.find(({ id }) => id === payer.organization);
  return tokenColor((known && kindOf(workspace.open, known.kind)?.color) ?? 'text-3');
}
