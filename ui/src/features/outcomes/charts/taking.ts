/** A chart taken away: as a picture, as figures, as a file. */

import { call } from '../../../api/client';
import type { ChartFormat, ChartRequest } from '../../../api/generated';
import { preferences } from '../../../shared/preferences.svelte';
import { attempt, say, sayWritten } from '../../../shared/toasts';
import { originNow, tableText } from '../copying';

/** Sharp on a slide. */
const SCALE = 2;

/** As a picture in the clipboard; where the system takes none from a page, a file is offered instead. */
export async function copyPicture(chart: ChartRequest): Promise<void> {
  const drawn = attempt(() => bytes(chart, 'png'));
  try {
    const png = drawn.then((found) => {
      if (!found) throw new Error('there is no picture');
      return new Blob([new Uint8Array(found)], { type: 'image/png' });
    });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    say('Copied the chart as a picture');
  } catch {
    if ((await drawn) === undefined) return;
    const offer = { label: 'Export it', run: () => void exportChart(chart, 'png') };
    say('This system lets no page copy pictures: export the chart to a file instead.', offer);
  }
}

/** Its figures in the clipboard, with tabs between them, as a spreadsheet takes them, and where they come from. */
export async function copyCsv(chart: ChartRequest): Promise<void> {
  const done = await attempt(async () => {
    const { picture, title } = await call('chart', chart);
    const rows = picture.table.rows.map((row) => row.map(({ text, value }) => (value === null ? text : String(value))));
    await navigator.clipboard.writeText(tableText(title, [picture.table.columns, ...rows], originNow()));
    return true;
  });
  if (done) say('Copied the figures');
}

/** Asks where, then writes a file. */
export async function exportChart(chart: ChartRequest, format: ChartFormat): Promise<void> {
  const written = await attempt(() => call('chart_export', { chart, format, theme: preferences.shown, scale: SCALE }));
  if (written) sayWritten(`Wrote ${written.file_name}`, written);
}

function bytes(chart: ChartRequest, format: ChartFormat): Promise<Uint8Array> {
  return call('chart_copy', { chart, format, theme: preferences.shown, scale: SCALE });
}
