/** The outline as lines that the arrow keys walk, as in any tree. */

import type { OutlineGroup } from '../../api/generated';

export interface OutlineLine {
  /** A kind's key or a partner's id. */
  key: string;
  /** A kind, whose partners can be folded away. */
  group: boolean;
  /** The kind that a partner stands under. */
  parent: string | null;
}

export type OutlineKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** The lines in sight, from top to bottom. */
export function flattened(groups: readonly OutlineGroup[], unfolded: ReadonlySet<string>): OutlineLine[] {
  return groups.flatMap((group) => [
    { key: group.kind, group: true, parent: null },
    ...(unfolded.has(group.kind)
      ? group.partners.map((partner) => ({ key: partner.id, group: false, parent: group.kind }))
      : []),
  ]);
}

/** What a key does on a line: go to another, or fold and unfold. */
export function stepFrom(
  lines: readonly OutlineLine[],
  line: OutlineLine,
  key: OutlineKey,
  unfolded: ReadonlySet<string>,
): { to?: string; fold?: boolean } {
  const at = lines.indexOf(line);
  const open = line.group && unfolded.has(line.key);
  switch (key) {
    case 'ArrowDown':
      return goTo(lines[at + 1]);
    case 'ArrowUp':
      return goTo(lines[at - 1]);
    case 'Home':
      return goTo(lines[0]);
    case 'End':
      return goTo(lines.at(-1));
    case 'ArrowRight':
      return !line.group ? {} : open ? goTo(lines[at + 1]) : { fold: true };
    case 'ArrowLeft':
      if (!line.group) return line.parent === null ? {} : { to: line.parent };
      return open ? { fold: false } : {};
  }
}

function goTo(line: OutlineLine | undefined): { to?: string } {
  return line ? { to: line.key } : {};
}
