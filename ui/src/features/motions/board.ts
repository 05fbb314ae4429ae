/** Motions as cards in columns by status. Pure. */

import type { MotionRow, MotionStatus } from '../../api/generated';
import { STATUS_WORDS } from '../../shared/words';

export interface Column {
  status: MotionStatus;
  name: string;
  cards: readonly MotionRow[];
}

const ORDER: readonly MotionStatus[] = ['idea', 'draft', 'proposed', 'agreed', 'running', 'paused', 'done', 'dropped'];

export function columnsOf(motions: readonly MotionRow[]): Column[] {
  return ORDER.map((status) => ({
    status,
    name: STATUS_WORDS[status],
    cards: motions.filter((motion) => motion.status === status),
  }));
}

/** The card that an arrow key leads to: past empty columns, and to the same height as far as there is one. */
export function nextCard(columns: readonly Column[], from: string | null, key: string): MotionRow | undefined {
  const at = columns.findIndex(({ cards }) => cards.some(({ id }) => id === from));
  const column = columns[at];
  if (!column) return columns.find(({ cards }) => cards.length > 0)?.cards[0];
  const place = column.cards.findIndex(({ id }) => id === from);
  if (key === 'ArrowDown' || key === 'ArrowUp') return column.cards[place + (key === 'ArrowDown' ? 1 : -1)];
  if (key === 'Home') return column.cards[0];
  if (key === 'End') return column.cards.at(-1);
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  for (let next = at + step; next >= 0 && next < columns.length; next += step) {
    const cards = columns[next]?.cards ?? [];
    if (cards.length > 0) return cards[Math.min(place, cards.length - 1)];
  }
  return undefined;
}

/** The status beside a motion's own. */
export function neighbor(status: MotionStatus, direction: 1 | -1): MotionStatus | undefined {
  return ORDER[ORDER.indexOf(status) + direction];
}
