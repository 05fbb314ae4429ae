/** Plans are locked and let go; a refusal is said where it happens. */

import { call } from '../../../api/client';
import type { LockedPlanView } from '../../../api/generated';
import { attempt } from '../../../shared/toasts';
import { sayUndoable } from '../../partners';

export async function lockPlan(name: string): Promise<boolean> {
  const plan = await attempt(() => call('plan_lock', { name }));
  if (plan) sayUndoable(`Locked the plan ${plan.name}`);
  return plan !== undefined;
}

export async function deleteLockedPlan({ id, name }: LockedPlanView): Promise<void> {
  const done = await attempt(() => call('locked_plan_delete', { id }));
  if (done) sayUndoable(`Deleted the locked plan ${name}`);
}
