/** What a person does to partners and relationships; every refusal is said where it happens. */

import { call, nothing } from '../../api/client';
import type { OrganizationId, PartnerChange, RelationshipChange, RelationshipId } from '../../api/generated';
import { countText } from '../../shared/format';
import { navigation } from '../../shared/navigation.svelte';
import { attempt, say } from '../../shared/toasts';

export async function updatePartners(ids: readonly OrganizationId[], change: PartnerChange): Promise<boolean> {
  return (await attempt(() => call('partners_update', { ids: [...ids], change }))) !== undefined;
}

/** Deletes and offers to take it back. */
export async function deletePartner(id: OrganizationId, name: string): Promise<void> {
  const done = await attempt(() => call('partner_delete', { id }));
  if (done === undefined) return;
  if (navigation.partner === id) navigation.partner = null;
  sayUndoable(`Deleted ${name}`);
}

/** Deletes several, one step each, and takes all of them back at once. */
export async function deletePartners(partners: readonly { id: OrganizationId; name: string }[]): Promise<void> {
  let deleted = 0;
  await attempt(async () => {
    for (const { id } of partners) {
      await call('partner_delete', { id });
      if (navigation.partner === id) navigation.partner = null;
      deleted += 1;
    }
  });
  if (deleted > 0) sayUndoable(`Deleted ${countText(deleted, 'partner')}`, deleted);
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
