/** Tasks under the phases that they are in. Pure. */

import type { PhaseView, TaskId, TaskView } from '../../../../api/generated';

export interface PhaseGroup {
  /** None: tasks of no phase. */
  phase: PhaseView | null;
  tasks: readonly TaskView[];
}

/** Every phase, empty ones too; tasks of none come last, and stand alone where there are no phases. */
export function byPhase(phases: readonly PhaseView[], tasks: readonly TaskView[]): PhaseGroup[] {
  const groups: PhaseGroup[] = phases.map((phase) => ({
    phase,
    tasks: tasks.filter((task) => task.phase === phase.id),
  }));
  const others = tasks.filter((task) => !phases.some((phase) => phase.id === task.phase));
  if (others.length > 0 || phases.length === 0) groups.push({ phase: null, tasks: others });
  return groups;
}

/** The task that one stands before when it is moved to a place among its phase's; none is the end. */
export function taskBefore(tasks: readonly TaskView[], id: TaskId, to: number): TaskId | null {
  return tasks.filter((task) => task.id !== id)[to]?.id ?? null;
}
