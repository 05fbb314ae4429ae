import { invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow';
import { ApiError, toApiError } from './errors';
import type { Commands, Event } from './generated';

export type CommandName = keyof Commands;
export type RequestOf<K extends CommandName> = Commands[K]['request'];
export type ResponseOf<K extends CommandName> = Commands[K]['response'];

/** The request of a command that takes nothing. */
export const nothing = {} as const;

/** Whether a native menu stands around the page and owns its accelerators. */
export const inDesktopShell = isTauri();

/** Runs a command of the Rust core. Throws an {@link ApiError}. */
export async function call<K extends CommandName>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  try {
    return (await transport.call(name, request)) as ResponseOf<K>;
  } catch (thrown) {
    const error = toApiError(thrown);
    refusalHandlers.forEach((handler) => handler(error));
    throw error;
  }
}

/** Hears of every refusal, whoever shows it; the answer ends it. */
export function onRefusal(handler: (error: ApiError) => void): () => void {
  refusalHandlers.add(handler);
  return () => refusalHandlers.delete(handler);
}

const refusalHandlers = new Set<(error: ApiError) => void>();

/** Hears every event meant for this window; the answer ends it. All share one stream: a browser has few to give. */
export function onEvent(handler: (event: Event) => void): () => void {
  eventHandlers.add(handler);
  endStream ??= transport.listen((event) => eventHandlers.forEach((each) => each(event)));
  return () => {
    eventHandlers.delete(handler);
    if (eventHandlers.size > 0) return;
    endStream?.();
    endStream = null;
  };
}

const eventHandlers = new Set<(event: Event) => void>();
let endStream: (() => void) | null = null;

interface Transport {
  call(name: string, request: unknown): Promise<unknown>;
  listen(handler: (event: Event) => void): () => void;
}

const desktop: Transport = {
  async call(name, request) {
    const answer: unknown = await invoke('rpc', { name, payload: request });
    return answer instanceof ArrayBuffer ? new Uint8Array(answer) : answer;
  },
  listen(handler) {
    const target = getCurrentWebviewWindow().label;
    const ending = listen<Event>('ecotone', ({ payload }) => handler(payload), { target });
    return () => void ending.then((end) => end());
  },
};

/** The loopback host of the browser tests. */
const http: Transport = {
  async call(name, request) {
    const reply = await fetch(`/rpc/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-window': windowId },
      body: JSON.stringify(request),
    });
    if (!reply.ok) throw new ApiError(await reply.json());
    const isJson = reply.headers.get('content-type')?.startsWith('application/json');
    return isJson ? reply.json() : new Uint8Array(await reply.arrayBuffer());
  },
  listen(handler) {
    const source = new EventSource(`/events?window=${windowId}`);
    source.onmessage = ({ data }: MessageEvent<string>) => handler(JSON.parse(data) as Event);
    return () => source.close();
  },
};

const windowId = new URLSearchParams(location.search).get('window') ?? 'main';
const transport = inDesktopShell ? desktop : http;
