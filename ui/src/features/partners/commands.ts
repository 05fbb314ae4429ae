/** What a person does to partners and relationships; every refusal is said where it happens. */

import { call, nothing } from '../../api/client';
import type { OrganizationId, PartnerChange, RelationshipChange, RelationshipId } from '../../api/generated';
import { countText } from '../../shared/format';
import { navigation } from '../../shared/navigation.svelte';
import { attempt, say } from '../../shared/toasts';

let before: Promise<unknown> = Promise.resolve();

/** Quick typing sends changes of one row close together: each waits for the one before. */
export function updatePartners(ids: readonly OrganizationId[], change: PartnerChange): Promise<boolean> {
  const done = before.then(() => attempt(() => call('partners_update', { ids: [...ids], change })));
  before = done;
  return done.then((answer) => answer !== undefined);
}

/** Deletes, one step each, and offers to take all of it back at once. */
export async function deletePartners(partners: readonly { id: OrganizationId; name: string }[]): Promise<void> {
  const [first] = partners;
  let deleted = 0;
  await attempt(async () => {
    for (const { id } of partners) {
      // Closed first: what is shown would ask for a partner that is gone.
      const shown = navigation.partner === id;
      if (shown) navigation.partner = null;
      try {
        await call('partner_delete', { id });
      } catch (thrown) {
        if (shown) navigation.partner = id;
        throw thrown;
      }
      deleted += 1;
    }
  });
  if (first && deleted > 0)
    sayUndoable(`Deleted ${deleted === 1 ? first.name : countText(deleted, 'partner')}`, deleted);
}

export async function relate(from: OrganizationId, to: OrganizationId, kind: string): Promise<boolean> {
  return (await attempt(() => call('relationship_add', { from, to, kind }))) !== undefined;
}

export async function updateRelationship(id: RelationshipId, change: RelationshipChange): Promise<void> {
  await attempt(() => call('relationship_update', { id, change }));
}

export async function deleteRelationship(id: RelationshipId, reading: string): Promise<void> {
  const done = await attempt(() => call('relationship_delete', { id }));
  if (done !== undefined) sayUndoable(`Deleted “${reading}”`);
}

/** Says what was done and offers to take `steps` back. */
export function sayUndoable(message: string, steps = 1): void {
  say(message, {
    label: 'Undo',
    run: () =>
      void attempt(async () => {
        for (let step = 0; step < steps; step += 1) await call('undo', nothing);
      }),
  });
}
