/** What a person does to motions; every refusal is said where it happens. */

import { call, nothing } from '../../api/client';
import type { Key, MotionChange, MotionId, TaskId } from '../../api/generated';
import { navigation } from '../../shared/navigation.svelte';
import { bytesText } from '../../shared/format';
import { attempt, sayWritten } from '../../shared/toasts';
import { sayUndoable } from '../partners';

export async function updateMotion(id: MotionId, change: MotionChange): Promise<boolean> {
  return (await attempt(() => call('motion_update', { id, change }))) !== undefined;
}

export async function deleteMotion(id: MotionId, name: string): Promise<void> {
  // Closed first: the drawer would ask for a motion that is gone.
  const shown = navigation.motion === id;
  if (shown) navigation.motion = null;
  const done = await attempt(() => call('motion_delete', { id }));
  if (done !== undefined) sayUndoable(`Deleted ${name}`);
  else if (shown) navigation.motion = id;
}

/** Writes the dated tasks and milestones of one motion, or of all, where the person says. */
export async function exportCalendar(motion: MotionId | null): Promise<void> {
  const written = await attempt(() => call('calendar_export', { motion }));
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}

export async function savePlaybook(motion: MotionId, name: string): Promise<void> {
  const saved = await attempt(() => call('playbook_save', { motion, name }));
  if (saved) sayUndoable(`Kept ${saved.name} as a playbook`);
}

export async function exportPlaybook(key: Key): Promise<void> {
  const written = await attempt(() => call('playbook_export', { key }));
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}

export async function importPlaybook(): Promise<void> {
  const saved = await attempt(() => call('playbook_import', nothing));
  if (saved) sayUndoable(`Imported the playbook ${saved.name}`);
}

export async function deletePlaybook(key: Key, name: string): Promise<void> {
  if (await attempt(() => call('playbook_delete', { key }))) sayUndoable(`Deleted the playbook ${name}`);
}

export async function tick(id: TaskId, done: boolean): Promise<boolean> {
  return (await attempt(() => call('task_done', { id, done }))) !== undefined;
}
