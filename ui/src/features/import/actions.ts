import type { Action } from '../../actions';
import { assistant } from './assistant.svelte';

export const importActions: readonly Action[] = [
  {
    id: 'workspace.import',
    label: 'Import a spreadsheet or CSV file',
    group: 'Workspace',
    shortcut: 'Mod+I',
    inMenu: true,
    enabled: () => !assistant.open,
    run: () => assistant.start(),
  },
];
