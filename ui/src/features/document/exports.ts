import { call } from '../../api/client';
import type { Audience } from '../../api/generated';
import { bytesText } from '../../shared/format';
import { jobs } from '../../shared/jobs.svelte';
import { sayWritten } from '../../shared/toasts';
import { look } from '../map';
import { composer } from './composer.svelte';

export const PDF_LABEL = 'Export PDF';
export const REPORT_LABEL = 'Export report';
export const CLIENT_REPORT_LABEL = 'Export report for a client';
export const SVG_LABEL = 'Export map as SVG';

/** Writes the document that is looked at where the person says. */
export async function exportPdf(): Promise<void> {
  await composer.written;
  const written = await jobs.run(PDF_LABEL, (job) => call('document_export', { job, ...composer.exported }));
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}

/** Writes the figures as a workbook where the person says. */
export async function exportReport(audience: Audience): Promise<void> {
  const label = audience === 'internal' ? REPORT_LABEL : CLIENT_REPORT_LABEL;
  const written = await jobs.run(label, (job) => call('report_export', { job, audience }));
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}

/** Writes the map as a picture where the person says. */
export async function exportMap(): Promise<void> {
  const written = await jobs.run(SVG_LABEL, (job) =>
    call('map_export', { job, picture: { format: 'svg', theme: 'light', scale: 1, look: look.request } }),
  );
  if (written) sayWritten(`Exported ${written.file_name} (${bytesText(written.bytes)})`, written);
}
