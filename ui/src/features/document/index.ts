import FileText from '@lucide/svelte/icons/file-text';
import type { Feature } from '../../actions';
import { jobs } from '../../shared/jobs.svelte';
import { LOAD_BRAND_LABEL, loadBrand, SAVE_BRAND_LABEL, saveBrand } from './brand';
import { BRIEFS_LABEL } from './briefs/commands';
import { opened } from './dialogs.svelte';
import { CLIENT_REPORT_LABEL, exportMap, exportPdf, exportReport, PDF_LABEL, REPORT_LABEL, SVG_LABEL } from './exports';
import View from './View.svelte';

export { default as DocumentDialogs } from './DocumentDialogs.svelte';

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
  ],
};
