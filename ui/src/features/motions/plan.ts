/** What a person does on the timeline beyond one motion's fields; every refusal is said where it happens. */

import { call } from '../../api/client';
import type { PictureFormat } from '../../api/generated';
import { bytesText } from '../../shared/format';
import { jobs } from '../../shared/jobs.svelte';
import { attempt, sayWritten } from '../../shared/toasts';
import { planItem, type Movable } from './moving.svelte';
import { motionsState } from './state.svelte';

/** The widest day of a picture of the whole plan, in pixels. */
const NEAREST = 8;

/** The one waits for the other. */
export async function depend(
  waits: Pick<Movable, 'what' | 'id'>,
  after: Pick<Movable, 'what' | 'id'>,
): Promise<boolean> {
  const request = { waits: planItem(waits), after: planItem(after), lag_days: 0 };
  return (await attempt(() => call('dependency_add', request))) !== undefined;
}

/** Writes the whole plan as the timeline shows it, where the person says. */
export async function exportTimeline(format: PictureFormat): Promise<void> {
  const { by, collapsed, open, slack, whole, seen } = motionsState;
  const look = {
    by,
    collapsed,
    open: [...open],
    slack,
    from: whole[0],
    to: whole[1],
    per_day: Math.min(seen.perDay, NEAREST),
  };
  const written = await jobs.run('Export timeline', (job) =>
    call('timeline_export', { job, picture: { format, theme: 'light', scale: 2, audience: 'internal', look } }),
  );
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}
