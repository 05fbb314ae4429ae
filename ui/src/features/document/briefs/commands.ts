import { call } from '../../../api/client';
import type { BriefExtra, OrganizationId } from '../../../api/generated';
import { countText } from '../../../shared/format';
import { jobs } from '../../../shared/jobs.svelte';
import { sayWritten } from '../../../shared/toasts';
import { composer } from '../composer.svelte';

export const BRIEFS_LABEL = 'Export partner briefs';

/** Writes the briefs into a new folder, where the person says. */
export async function exportBriefs(partners: OrganizationId[], show: BriefExtra[]): Promise<void> {
  await composer.written;
  const written = await jobs.run(BRIEFS_LABEL, (job) =>
    call('briefs_export', { job, partners, show, ...composer.exported }),
  );
  if (!written) return;
  sayWritten(`Exported ${countText(written.files, 'brief')} into ${written.folder_name}`, written);
}
