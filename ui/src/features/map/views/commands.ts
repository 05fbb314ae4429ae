/** What a person does to the look of the map. Refusals are said where they happen. */

import { call } from '../../../api/client';
import type { Audience, Compare, MapPicture, OrganizationId, SavedView } from '../../../api/generated';
import { bytesText } from '../../../shared/format';
import { jobs } from '../../../shared/jobs.svelte';
import { attempt, sayWritten } from '../../../shared/toasts';
import { sayUndoable } from '../../partners';
import { map } from '../state.svelte';
import { look, type Hops } from './look.svelte';
import { settingsToKeep } from './settings';
import { viewing } from './viewing.svelte';

export function focusOn(organizations: readonly OrganizationId[], hops: Hops): void {
  viewing.path = null;
  look.set({ focus: { organizations: [...organizations], hops } });
  map.lookAt(null);
}

export function showAll(): void {
  viewing.path = null;
  look.set({ focus: null });
  map.lookAt(null);
}

export function clearFilters(): void {
  look.set({ filter: { conditions: [] } });
}

export function toggleMine(): void {
  const { mine, mineAt } = viewing;
  if (mineAt >= 0) look.setCondition(mineAt, null);
  else look.setCondition(null, mine);
}

/** None: from us again. */
export function seeFrom(center: OrganizationId | null): void {
  look.set({ center });
  map.lookAt(null);
}

/** The way of introductions between two, with those on it alone. */
export async function showPath(from: OrganizationId, to: OrganizationId): Promise<void> {
  const path = await attempt(() => call('introduction_path', { from, to }));
  if (!path) return;
  viewing.tell(path);
  const organizations = [...(viewing.path?.organizations ?? [])];
  if (organizations.length === 0) return;
  look.set({ focus: { organizations, hops: 0 } });
  map.lookAt(null);
}

/** None: with nothing any more. */
export function compareWith(compare: Compare | null): void {
  look.set({ compare });
}

/** Everyone is laid out again, beginning where they lie; the answer to the next question holds it. */
export async function tidyUp(): Promise<void> {
  const done = await attempt(() => call('map', { ...look.request, tidy_up: true }));
  if (!done) return;
  look.change({});
  map.lookAt(null);
}

export function chooseView(view: SavedView): void {
  viewing.path = null;
  look.choose(view);
  map.lookAt(view.settings.camera);
}

/** Under a name of its own, and from then on it is the chosen one. */
export async function saveViewAs(name: string): Promise<boolean> {
  const { style } = look.request;
  const settings = settingsToKeep(look.request, map.keptCamera);
  const saved = await attempt(() => call('view_save', { id: null, name, style, settings }));
  if (!saved) return false;
  look.change({ view: saved.id });
  sayUndoable(`Saved the view ${saved.name}`);
  return true;
}

/** What is shown now becomes what the view shows. */
export async function updateView(view: SavedView): Promise<void> {
  const settings = settingsToKeep(look.request, map.keptCamera);
  const saved = await attempt(() => call('view_save', { id: view.id, name: view.name, style: view.style, settings }));
  if (saved) sayUndoable(`Updated the view ${saved.name}`);
}

export async function renameView(view: SavedView, name: string): Promise<boolean> {
  const { id, style, settings } = view;
  const saved = await attempt(() => call('view_save', { id, name, style, settings }));
  if (saved) sayUndoable(`Renamed the view to ${saved.name}`);
  return saved !== undefined;
}

export async function deleteView(view: SavedView): Promise<void> {
  const done = await attempt(() => call('view_delete', { id: view.id }));
  if (!done) return;
  if (look.request.view === view.id) look.change({ view: null });
  sayUndoable(`Deleted the view ${view.name}`);
}

export async function exportPicture(picture: Omit<MapPicture, 'look'>, audience: Audience): Promise<void> {
  const written = await jobs.run('Export map', (job) =>
    call('map_export', { job, picture: { ...picture, look: { ...look.request, audience } } }),
  );
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}
