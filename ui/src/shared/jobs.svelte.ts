import { call, onEvent } from '../api/client';
import { attempt } from './toasts';

/** Long work of the core that this window waits for. */
export interface Job {
  readonly id: string;
  readonly label: string;
  phase: string;
  done: number;
  total: number;
  cancelled: boolean;
}

class Jobs {
  running = $state<Job[]>([]);

  /** Starts long work; its refusal is said, its answer is undefined then. */
  async run<T>(label: string, work: (job: string) => Promise<T>): Promise<T | undefined> {
    const id = crypto.randomUUID();
    this.running.push({ id, label, phase: label, done: 0, total: 0, cancelled: false });
    try {
      return await attempt(() => work(id));
    } finally {
      this.running = this.running.filter((job) => job.id !== id);
    }
  }

  async cancel(id: string): Promise<void> {
    const job = this.running.find((found) => found.id === id);
    if (!job || job.cancelled) return;
    job.cancelled = true;
    await attempt(() => call('job_cancel', { job: id }));
  }

  progress(id: string, phase: string, done: number, total: number): void {
    const job = this.running.find((found) => found.id === id);
    if (job) Object.assign(job, { phase, done, total });
  }
}

export const jobs = new Jobs();

/** Begins to hear of progress; called once at start. */
export function watchJobs(): () => void {
  return onEvent((event) => {
    if (event.type === 'progress') jobs.progress(event.job, event.phase, event.done, event.total);
  });
}
