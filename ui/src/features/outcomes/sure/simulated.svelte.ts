import { call, onEvent } from '../../../api/client';
import { toApiError, type ApiError } from '../../../api/errors';
import type { Key, MotionId, SimulationView } from '../../../api/generated';
import { changes } from '../../../shared/changes.svelte';

export interface Simulating {
  metric: Key;
  motion?: MotionId;
  year?: number;
}

/** The plan simulated by the workspace's rules, again whenever it changes; charts show few runs until all are in. */
export class Simulated {
  data = $state.raw<SimulationView | undefined>();
  error = $state.raw<ApiError | undefined>();
  /** All runs of what is asked now are in. */
  fine = $state(false);
  done = $state(0);
  total = $state(0);
  #job = $state<string | null>(null);
  #stopped = $state(false);

  /** Call it while a component is set up. No request means: nothing to simulate now. */
  constructor(request: () => Simulating | null) {
    $effect(() => {
      const wanted = request();
      changes.seen();
      this.#stopped = false;
      this.fine = false;
      if (wanted === null) return;
      const job = crypto.randomUUID();
      // Typing in a field changes the plan many times a second.
      const start = setTimeout(() => void this.#run(job, wanted), 60);
      return () => {
        clearTimeout(start);
        if (this.#job === job) {
          this.#job = null;
          cancel(job);
        }
      };
    });
    $effect(() =>
      onEvent((event) => {
        if (event.type !== 'progress' || event.job !== this.#job) return;
        this.done = event.done;
        this.total = event.total;
      }),
    );
  }

  get running(): boolean {
    return this.#job !== null;
  }

  /** The person asked to stop; the range of few runs stays. */
  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    if (this.#job === null) return;
    this.#stopped = true;
    cancel(this.#job);
  }

  async #run(job: string, wanted: Simulating): Promise<void> {
    this.#job = job;
    this.done = 0;
    this.total = 0;
    try {
      const data = await call('simulate', { job, ...wanted });
      if (this.#job !== job) return;
      this.data = data;
      this.error = undefined;
      this.fine = true;
    } catch (thrown) {
      if (this.#job !== job) return;
      const error = toApiError(thrown);
      if (error.code !== 'cancelled') {
        this.data = undefined;
        this.error = error;
      }
    }
    this.#job = null;
  }
}

/** Work that has ended by then has nothing to stop. */
function cancel(job: string): void {
  void call('job_cancel', { job }).catch(() => undefined);
}
