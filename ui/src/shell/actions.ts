import type { Action, Feature } from '../actions';
import { call, nothing } from '../api/client';
import { bytesText } from '../shared/format';
import { navigation } from '../shared/navigation.svelte';
import { preferences } from '../shared/preferences.svelte';
import { say, sayWritten } from '../shared/toasts';
import { workspace } from '../shared/workspace.svelte';
import { overlays } from './overlays.svelte';

const always = (): boolean => true;

/** What belongs to no screen. */
export const shellActions: readonly Action[] = [
  {
    id: 'workspace.new',
    label: 'New workspace',
    group: 'Workspace',
    shortcut: 'Mod+N',
    inMenu: true,
    always: true,
    enabled: always,
    run: () => void (overlays.newFrom = 'blank'),
  },
  {
    id: 'workspace.open',
    label: 'Open a file',
    group: 'Workspace',
    shortcut: 'Mod+O',
    inMenu: true,
    always: true,
    enabled: always,
    run: async () => openWith(await call('workspace_open', nothing)),
  },
  {
    id: 'workspace.open_sample',
    label: 'Open the sample',
    group: 'Workspace',
    always: true,
    enabled: always,
    run: async () => openWith(await call('workspace_open_sample', nothing)),
  },
  {
    id: 'workspace.save_copy',
    label: 'Save a copy',
    group: 'Workspace',
    shortcut: 'Mod+S',
    inMenu: true,
    enabled: always,
    run: async () => {
      const written = await call('workspace_save_copy', nothing);
      if (written) sayWritten(`Saved a copy as ${written.file_name} (${bytesText(written.bytes)})`, written);
    },
  },
  {
    id: 'workspace.hand_over',
    label: 'Save a copy for a client',
    group: 'Workspace',
    enabled: always,
    run: async () => {
      const written = await call('workspace_hand_over', { audience: 'client' });
      if (!written) return;
      sayWritten(
        `Saved ${written.file_name} (${bytesText(written.bytes)}), without internal notes and history`,
        written,
      );
    },
  },
  {
    id: 'workspace.save_template',
    label: 'Save as house template',
    group: 'Workspace',
    enabled: always,
    run: () => void (overlays.template = true),
  },
  {
    id: 'workspace.close',
    label: 'Close workspace',
    group: 'Workspace',
    shortcut: 'Mod+W',
    inMenu: true,
    enabled: always,
    run: async () => {
      await call('workspace_close', nothing);
      workspace.show(null);
      navigation.clear();
    },
  },
  {
    id: 'edit.undo',
    label: 'Undo',
    group: 'Edit',
    shortcut: 'Mod+Z',
    inMenu: true,
    enabled: () => typeof workspace.state?.undo === 'string',
    run: async () => say(`Undid: ${(await call('undo', nothing)).sentence}`),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'Edit',
    shortcut: 'Mod+Shift+Z',
    inMenu: true,
    enabled: () => typeof workspace.state?.redo === 'string',
    run: async () => say(`Redid: ${(await call('redo', nothing)).sentence}`),
  },
  {
    id: 'edit.find',
    label: 'Find on this screen',
    group: 'Edit',
    shortcut: 'Mod+F',
    inMenu: true,
    hidden: true,
    enabled: always,
    run: find,
  },
  {
    id: 'palette.open',
    label: 'Find or do anything',
    group: 'View',
    shortcut: 'Mod+K',
    inMenu: true,
    always: true,
    hidden: true,
    enabled: always,
    run: () => void (overlays.palette = !overlays.palette),
  },
  {
    id: 'view.theme',
    label: 'Switch light and dark',
    group: 'View',
    shortcut: 'Mod+Shift+L',
    inMenu: true,
    always: true,
    enabled: always,
    run: () => preferences.switchTheme(),
  },
  {
    id: 'settings.open',
    label: 'Settings',
    group: 'View',
    always: true,
    enabled: always,
    run: () => void (overlays.settings = true),
  },
  {
    id: 'help.shortcuts',
    label: 'All keys',
    group: 'Help',
    shortcut: '?',
    always: true,
    enabled: always,
    run: () => void (overlays.shortcuts = true),
  },
];

/** Going to each screen, those of the rail by Ctrl and their number. */
export function screenActions(features: readonly Feature[]): readonly Action[] {
  const inRail = features.filter(({ within }) => !within);
  return features.map((feature) => ({
    id: `view.${feature.screen}`,
    label: feature.label,
    group: 'Go to',
    ...(feature.within ? {} : { shortcut: `Mod+${inRail.indexOf(feature) + 1}`, inMenu: true }),
    enabled: always,
    run: () => navigation.go(feature.screen),
  }));
}

type Opened = Awaited<ReturnType<typeof call<'workspace_new'>>>;

/** Shows what was opened; nothing when the person turned away from the dialog. */
export function openWith(opened: Opened): void {
  if (!opened) return;
  navigation.clear();
  navigation.go('map');
  workspace.show(opened);
}

function find(): void {
  const field = document.querySelector<HTMLInputElement>('[data-find]');
  if (!field) overlays.palette = true;
  field?.focus();
  field?.select();
}
