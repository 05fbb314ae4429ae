import type { Component } from 'svelte';
import type { OrganizationKind, Character } from '../api/generated';

/** One line of the palette. */
export interface Found {
  id: string;
  text: string;
  note?: string;
  shortcut?: string;
  /** A partner's shape; else the icon. */
  shape?: { kind: OrganizationKind | undefined; character: Character; placeholder: boolean };
  icon?: Component<{ size?: number | string; strokeWidth?: number | string }>;
  run: () => void;
}

export interface FoundGroup {
  name: string;
  lines: readonly Found[];
}

/** The line that the arrow keys lead to, round and round. */
export function neighbor(lines: readonly Found[], from: string | undefined, by: number): string | undefined {
  if (lines.length === 0) return undefined;
  const at = lines.findIndex(({ id }) => id === from);
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : (at + by + lines.length) % lines.length;
  return lines[next]?.id;
}
