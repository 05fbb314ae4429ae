import { toast } from 'svelte-sonner';
import { call } from '../../api/client';
import { toApiError } from '../../api/errors';
import ToastCard from './ToastCard.svelte';

/** Says that something is done, with one thing to do about it if need be. */
export function say(message: string, action?: { label: string; run: () => void }): void {
  const actions = action ? [action] : [];
  toast.custom(ToastCard, { componentProps: { tone: 'done', message, actions }, duration: action ? 8000 : 4000 });
}

/** Says what was written, with the file one step away. The page knows it by a token only. */
export function sayWritten(message: string, { token }: { token: string }): void {
  const actions = [
    { label: 'Open', run: () => void attempt(() => call('written_open', { token })) },
    { label: 'Show in folder', run: () => void attempt(() => call('written_show', { token })) },
  ];
  toast.custom(ToastCard, { componentProps: { tone: 'done', message, actions }, duration: 12_000 });
}

/** Says what was refused and what to do, with the causes behind "Copy details". A cancelled question needs no words. */
export function sayError(thrown: unknown): void {
  const error = toApiError(thrown);
  if (error.code === 'cancelled') return;
  const details = [error.message, `(${error.code})`, error.detail].filter(Boolean).join('\n');
  toast.custom(ToastCard, { componentProps: { tone: 'error', message: error.message, details }, duration: 12_000 });
}

/** Runs something that may be refused; a refusal is said and answers undefined. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    sayError(thrown);
    return undefined;
  }
}
