import { call, nothing } from '../api/client';
import type { WorkspaceState } from '../api/generated';
import { changes } from './changes.svelte';

/** The workspace that this window has open. */
class OpenWorkspace {
  /** None while none is open. */
  state = $state.raw<WorkspaceState | null>(null);
  /** The core has answered once, so that "none" is known. */
  known = $state(false);
  #newest = 0;

  async refresh(): Promise<void> {
    const turn = ++this.#newest;
    const state = await call('workspace_state', nothing);
    if (turn === this.#newest) this.show(state);
  }

  /** Takes over an answer that carries the new state. */
  show(state: WorkspaceState | null): void {
    this.#newest += 1;
    this.state = state;
    this.known = true;
  }

  /** The open workspace, where a screen exists only while there is one. */
  get open(): WorkspaceState {
    if (!this.state) throw new Error('no workspace is open');
    return this.state;
  }
}

export const workspace = new OpenWorkspace();

/** Keeps the state fresh; call it while the topmost component is set up. */
export function keepWorkspaceFresh(onError: (thrown: unknown) => void): void {
  $effect(() => {
    changes.seen();
    workspace.refresh().catch((thrown: unknown) => {
      workspace.known = true;
      onError(thrown);
    });
  });
}
