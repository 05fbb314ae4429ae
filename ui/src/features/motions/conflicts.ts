/** What of the schedule contradicts itself, with where to look. Pure. */

import type { Month, MotionId, ScheduleView } from '../../api/generated';

export interface Conflict {
  words: string;
  /** The motion to look at, or the month of the functions' work. */
  at: { motion: MotionId } | { month: Month };
}

export function conflictsOf(schedule: ScheduleView | undefined): Conflict[] {
  if (!schedule) return [];
  const broken = [...schedule.broken, ...schedule.broken_steps];
  return [
    ...broken.map(({ words, motion }) => ({ words, at: { motion } })),
    ...schedule.crowded.flatMap(({ words, motions: [motion] }) => (motion ? [{ words, at: { motion } }] : [])),
    ...schedule.overloads.map(({ words, month }) => ({ words, at: { month } })),
  ];
}
