import type { Component } from 'svelte';
import type { Screen } from '../shared/navigation.svelte';

export const GROUPS = [
  'Workspace',
  'Edit',
  'Go to',
  'Add',
  'Map',
  'Partners',
  'Motions',
  'Outcomes',
  'Scenarios',
  'Export',
  'View',
  'Help',
] as const;
export type Group = (typeof GROUPS)[number];

/** One thing that a person can do: from it come the palette's line, the menu's effect and the key. */
export interface Action {
  /** The same as in the native menu, where it stands there too. */
  readonly id: string;
  readonly label: string;
  readonly group: Group;
  /** For example `Mod+Shift+Z`, `N`, `?`; Mod is Cmd on macOS and Ctrl elsewhere. */
  readonly shortcut?: string;
  /** The native menu owns the key in the desktop shell, so the page must not bind it there. */
  readonly inMenu?: boolean;
  /** Its key comes as an event of its own, such as `copy`: shown, never bound. */
  readonly byEvent?: boolean;
  /** Its key works on this screen only. */
  readonly screen?: Screen;
  /** Also with no workspace open. */
  readonly always?: boolean;
  /** Left out of the palette, which would only repeat itself. */
  readonly hidden?: boolean;
  enabled(): boolean;
  run(): void | Promise<void>;
}

/** A screen as the shell sees it. */
export interface Feature {
  readonly screen: Screen;
  readonly label: string;
  readonly icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
  readonly View: Component;
  readonly actions: readonly Action[];
  /** Reached from another screen, whose place in the rail it shares. */
  readonly within?: Screen;
}
