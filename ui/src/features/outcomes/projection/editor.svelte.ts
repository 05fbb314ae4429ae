import type { Key, MotionId } from '../../../api/generated';

interface Target {
  motion: MotionId;
  /** None yet: the person chooses. */
  metric: Key | null;
}

/** The projection that is being edited: one for the window, reached from several screens. */
class ProjectionEditor {
  target = $state.raw<Target | null>(null);

  open(motion: MotionId, metric: Key | null = null): void {
    this.target = { motion, metric };
  }

  close(): void {
    this.target = null;
  }
}

export const projectionEditor = new ProjectionEditor();
