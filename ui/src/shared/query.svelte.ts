import { untrack } from 'svelte';
import { call, type CommandName, type RequestOf, type ResponseOf } from '../api/client';
import { toApiError, type ApiError } from '../api/errors';
import { changes } from './changes.svelte';

/** What a screen shows of a command's answer, kept fresh. */
export interface Query<T> {
  /** The newest answer; stays while a newer one is on its way. */
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  /** An answer is on its way. */
  readonly loading: boolean;
  /** On its way for longer than 150 ms with nothing to show: time for gray blocks. */
  readonly slow: boolean;
  refetch(): void;
}

export interface QueryOptions {
  /** Tables whose changes make the answer stale; any change when left out. */
  tables?: readonly string[];
  /** Wait this many milliseconds for the request to settle, for example while a window is resized. */
  debounce?: number;
}

/**
 * Asks a command whenever its request or the workspace changes. Call it while a component is set up.
 * No request (null) means: nothing to ask now.
 */
export function query<K extends CommandName>(
  name: K,
  request: () => RequestOf<K> | null,
  options: QueryOptions = {},
): Query<ResponseOf<K>> {
  let data = $state.raw<ResponseOf<K> | undefined>();
  let error = $state.raw<ApiError | undefined>();
  let loading = $state(false);
  let slow = $state(false);
  let again = $state(0);
  let newest = 0;
  let switches = changes.switches;

  $effect(() => {
    const wanted = request();
    changes.seen(options.tables);
    void again;
    if (changes.switches !== switches) {
      switches = changes.switches;
      data = undefined;
    }
    const turn = ++newest;
    if (wanted === null) {
      loading = false;
      return;
    }
    const wait = untrack(() => (data === undefined ? 0 : (options.debounce ?? 0)));
    loading = true;
    const start = setTimeout(() => void fetchNow(wanted, turn), wait);
    const patience = setTimeout(() => (slow = true), wait + 150);
    return () => {
      clearTimeout(start);
      clearTimeout(patience);
      slow = false;
    };
  });

  async function fetchNow(wanted: RequestOf<K>, turn: number): Promise<void> {
    try {
      const answer = await call(name, wanted);
      if (turn !== newest) return;
      data = answer;
      error = undefined;
    } catch (thrown) {
      if (turn !== newest) return;
      error = toApiError(thrown);
    }
    loading = false;
  }

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    get slow() {
      return slow && loading && data === undefined;
    },
    refetch: () => (again += 1),
  };
}
