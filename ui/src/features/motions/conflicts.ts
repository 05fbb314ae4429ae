/** What of the schedule contradicts itself, with the motion to look at. Pure. */

import type { MotionId, ScheduleView } from '../../api/generated';

export interface Conflict {
  words: string;
  motion: MotionId;
}

export function conflictsOf(schedule: ScheduleView | undefined): Conflict[] {
  if (!schedule) return [];
  const broken = schedule.broken.map(({ words, motion }) => ({ words, motion }));
  const crowded = schedule.crowded.flatMap(({ words, motions: [motion] }) => (motion ? [{ words, motion }] : []));
  return [...broken, ...crowded];
}
