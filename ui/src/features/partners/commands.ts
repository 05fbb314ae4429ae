/** What a person does to partners and relationships; every refusal is said where it happens. */

import { call, nothing } from '../../api/client';
import type {
  Character,
  OrganizationId,
  PartnerChange,
  PartnersEdit,
  RelationshipChange,
  RelationshipId,
} from '../../api/generated';
import { countText } from '../../shared/format';
import { navigation } from '../../shared/navigation.svelte';
import { attempt, say } from '../../shared/toasts';
import { shown } from './shown.svelte';

let before: Promise<unknown> = Promise.resolve();

/** Quick typing sends changes of one row close together: each waits for the one before. */
export async function updatePartners(ids: readonly OrganizationId[], change: PartnerChange): Promise<boolean> {
  const changes = new Map(ids.map((id) => [id, [change]]));
  const done = shown.during(changes, () => inTurn(() => call('partners_update', { ids: [...ids], change })));
  return (await done) !== undefined;
}

/** Many cells at once, as one step; answers the ids of new rows, or nothing when it was refused. */
export async function editPartners(
  request: PartnersEdit,
): Promise<{ changed: number; added: OrganizationId[] } | undefined> {
  const changes = new Map(request.edits.map((edit) => [edit.id, edit.changes]));
  const answer = await shown.during(changes, () => inTurn(() => call('partners_edit', request)));
  return answer && { changed: answer.changed, added: answer.added.map(({ id }) => id) };
}

function inTurn<T>(send: () => Promise<T>): Promise<T | undefined> {
  const done = before.then(() => attempt(send));
  before = done;
  return done;
}

/** Deletes as one step, and offers to take it back. */
export async function deletePartners(partners: readonly { id: OrganizationId; name: string }[]): Promise<void> {
  const [first] = partners;
  if (!first) return;
  const ids = partners.map(({ id }) => id);
  // Closed first: what is shown would ask for a partner that is gone.
  const open = navigation.partner;
  const page = navigation.page;
  if (open !== null && ids.includes(open)) navigation.partner = null;
  if (page !== null && ids.includes(page)) navigation.page = null;
  const done = await attempt(() => call('organizations_delete', { ids }));
  if (done) sayUndoable(`Deleted ${ids.length === 1 ? first.name : countText(ids.length, 'partner')}`);
  else [navigation.partner, navigation.page] = [open, page];
}

/** One reason for all of them. */
export async function judgePartners(
  ids: readonly OrganizationId[],
  character: Character,
  reason: string,
): Promise<boolean> {
  const done = await attempt(() => call('organizations_judge', { ids: [...ids], character, reason }));
  if (done) sayUndoable(`Judged ${countText(ids.length, 'partner')} ${character}`);
  return done !== undefined;
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
