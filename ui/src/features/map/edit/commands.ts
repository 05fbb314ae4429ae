/** What a person does to partners on the map; each is one step, and every refusal is said where it happens. */

import { call } from '../../../api/client';
import type { Character, NewTie, OrganizationId, OrganizationsAdded, PlaceGesture } from '../../../api/generated';
import { countText } from '../../../shared/format';
import { navigation } from '../../../shared/navigation.svelte';
import { attempt, say } from '../../../shared/toasts';
import { CHARACTER_WORDS } from '../../../shared/words';
import { sayUndoable } from '../../partners';
import type { Point } from '../camera';
import type { MapNode } from '../scene';
import { map } from '../state.svelte';
import { NOBODY } from '../toggled';
import { look } from '../views/look.svelte';
import { viewing } from '../views/viewing.svelte';
import { aligned, distributed, type Alignment, type Direction } from './align';
import { editing } from './editing.svelte';
import type { Moves } from './moves';
import { outcome } from './pasted';

/** Shows the new places at once, unless the picture is frozen, and writes them as one step. A crossed bound asks why; without a reason, or when it is
 * refused, everything springs back. */
export async function place(moves: Moves, gesture: PlaceGesture): Promise<boolean> {
  if (moves.size === 0) return false;
  const before = viewing.frozen ? null : map.putMany(moves);
  const request = (reason: string | null) => ({
    style: look.request.style,
    view: look.request.view,
    moves: [...moves].map(([id, { x, y }]) => ({ id, x, y })),
    gesture,
    reason,
  });
  const done = await attempt(async () => {
    const { crossings } = await call('map_place_many', request(null));
    if (crossings.length === 0) return true;
    const reason = await new Promise<string | null>((answer) => (editing.asked = { crossings, answer }));
    editing.asked = null;
    if (reason === null) return false;
    await call('map_place_many', request(reason));
    return true;
  });
  if (!done && before) map.takeBackMany(before, moves);
  return done === true;
}

export async function pin(nodes: readonly MapNode[]): Promise<void> {
  const here = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
  if (await place(here, 'pin')) sayUndoable(`Pinned ${named(nodes)}`);
}

export async function unpin(nodes: readonly MapNode[]): Promise<void> {
  const { style, view } = look.request;
  const done = await attempt(() => call('map_unpin_many', { style, view, ids: nodes.map(({ id }) => id) }));
  if (done) sayUndoable(`Unpinned ${named(nodes)}`);
}

export function align(nodes: readonly MapNode[], how: Alignment): void {
  void place(aligned(nodes, how), 'align');
}

export function distribute(nodes: readonly MapNode[], direction: Direction): void {
  void place(distributed(nodes, direction), 'distribute');
}

export async function judge(nodes: readonly MapNode[], character: Character, reason: string): Promise<void> {
  const ids = nodes.map(({ id }) => id);
  const done = await attempt(() => call('organizations_judge', { ids, character, reason }));
  if (done) sayUndoable(`Judged ${named(nodes)} ${CHARACTER_WORDS[character].toLowerCase()}`);
}

/** Deletes with what hangs on them; undo brings all of it back. */
export async function remove(nodes: readonly MapNode[]): Promise<void> {
  const ids = nodes.map(({ id }) => id);
  // Closed first: what is shown would ask for a partner that is gone.
  const shown = navigation.partner;
  if (shown !== null && ids.includes(shown)) navigation.partner = null;
  const gone = await attempt(() => call('organizations_delete', { ids }));
  if (!gone) {
    if (shown !== null) navigation.partner = shown;
    return;
  }
  map.selected = NOBODY;
  const lines = gone.relationships === 0 ? '' : ` and ${countText(gone.relationships, 'relationship')}`;
  sayUndoable(`Deleted ${named(nodes)}${lines}`);
}

export async function duplicate(ids: readonly OrganizationId[]): Promise<void> {
  const answer = await attempt(() => call('organizations_duplicate', { ids: [...ids] }));
  if (!answer) return;
  selectAdded(answer);
  sayUndoable(answer.added.length === 1 ? `Added ${answer.added[0]?.name}` : `Added ${answer.added.length} copies`);
}

export interface NewPartners {
  names: readonly string[];
  kind: string;
  tie: NewTie | null;
  placeholder: boolean;
  near?: Point | null;
}

/** Adds a list of names as one step and selects what is new; answers what became of it. */
export async function addNames(wanted: NewPartners): Promise<OrganizationsAdded | undefined> {
  const { names, kind, tie, placeholder, near } = wanted;
  const answer = await attempt(() =>
    call('organizations_add', {
      names: [...names],
      kind,
      tie,
      placeholder,
      near: near ? [near.x, near.y] : null,
    }),
  );
  if (answer) selectAdded(answer);
  return answer;
}

/** Says what became of names that came by another way than the form for them. */
export function sayAdded(answer: OrganizationsAdded): void {
  const words = outcome(answer);
  if (answer.added.length > 0) sayUndoable(words);
  else say(words);
}

/** A wish becomes a company. */
export async function nameCompany(id: OrganizationId, name: string): Promise<void> {
  const done = await attempt(() => call('placeholder_name', { id, name }));
  if (done) sayUndoable(`${name} is a partner now`);
}

function selectAdded({ added, already }: OrganizationsAdded): void {
  const ids = (added.length > 0 ? added : already).map(({ id }) => id);
  const last = ids[ids.length - 1];
  if (last === undefined) return;
  map.selectMany(ids, last);
  if (viewing.frozen) return;
  if (ids.length > 1) map.showWhole();
  else map.reveal(last);
}

/** "Acme", or "3 partners". */
export function named(nodes: readonly { name: string }[]): string {
  const [first] = nodes;
  return nodes.length === 1 && first ? first.name : countText(nodes.length, 'partner');
}
