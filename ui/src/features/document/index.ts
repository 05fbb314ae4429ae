import FileText from '@lucide/svelte/icons/file-text';
import type { Action, Feature } from '../../actions';
import { jobs } from '../../shared/jobs.svelte';
import { navigation } from '../../shared/navigation.svelte';
import { LOAD_BRAND_LABEL, loadBrand, SAVE_BRAND_LABEL, saveBrand } from './brand';
import { BRIEFS_LABEL } from './briefs/commands';
import { composer } from './composer.svelte';
import { opened } from './dialogs.svelte';
import { CLIENT_REPORT_LABEL, exportMap, exportPdf, exportReport, PDF_LABEL, REPORT_LABEL, SVG_LABEL } from './exports';
import View from './View.svelte';

export { default as DocumentDialogs } from './DocumentDialogs.svelte';

/** The keys of a page's place work wherever nothing is typed on this screen. */
const turning: readonly Action[] = (
  [
    ['previous_page', 'Previous page', 'PageUp', () => composer.step(-1)],
    ['next_page', 'Next page', 'PageDown', () => composer.step(1)],
    ['back', 'Previous page', '[', () => composer.step(-1)],
    ['on', 'Next page', ']', () => composer.step(1)],
    ['first_page', 'First page', 'Home', () => composer.goTo(1)],
    ['last_page', 'Last page', 'End', () => composer.goTo(composer.count)],
  ] as const
).map(([id, label, shortcut, run]) => ({
  id: `document.${id}`,
  label,
  group: 'View',
  shortcut,
  screen: 'document',
  hidden: true,
  enabled: () => navigation.screen === 'document',
  run,
}));

const idle = (): boolean => jobs.running.length === 0;

export const documentFeature: Feature = {
  screen: 'document',
  label: 'Document',
  icon: FileText,
  View,
  actions: [
    {
      id: 'document.export_pdf',
      label: PDF_LABEL,
      group: 'Export',
      shortcut: 'Mod+E',
      inMenu: true,
      enabled: idle,
      run: exportPdf,
    },
    {
      id: 'report.export',
      label: REPORT_LABEL,
      group: 'Export',
      enabled: idle,
      run: () => exportReport('internal'),
    },
    {
      id: 'report.export_client',
      label: CLIENT_REPORT_LABEL,
      group: 'Export',
      enabled: idle,
      run: () => exportReport('client'),
    },
    {
      id: 'briefs.export',
      label: BRIEFS_LABEL,
      group: 'Export',
      enabled: idle,
      run: () => void (opened.dialog = 'briefs'),
    },
    { id: 'brand.save', label: SAVE_BRAND_LABEL, group: 'Export', enabled: idle, run: saveBrand },
    { id: 'brand.load', label: LOAD_BRAND_LABEL, group: 'Export', enabled: idle, run: loadBrand },
    { id: 'map.export_svg', label: SVG_LABEL, group: 'Export', enabled: idle, run: exportMap },
    ...turning,
  ],
};
