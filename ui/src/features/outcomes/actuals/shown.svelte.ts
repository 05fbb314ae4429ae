import type { MotionId, OrganizationId } from '../../../api/generated';
import { navigation } from '../../../shared/navigation.svelte';

/** Whose figures: a motion's, or a partner's own. */
export type Owner = { motion: MotionId } | { organization: OrganizationId; name: string };

/** The actuals that cover the Outcomes screen; none while it shows its charts. */
class ShownActuals {
  owner = $state.raw<Owner | null>(null);

  /** Shows them, from whichever screen. */
  open(owner: Owner): void {
    this.owner = owner;
    navigation.go('outcomes');
  }

  close(): void {
    this.owner = null;
  }

  /** To where they were opened from: the charts, or the partner's page. */
  leave(): void {
    const { owner } = this;
    this.close();
    if (owner && 'organization' in owner) navigation.openPage(owner.organization);
  }
}

export const actuals = new ShownActuals();
