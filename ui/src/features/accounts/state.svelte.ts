import type { AccountId, DealId } from '../../api/generated';
import { GridState } from '../../shared/grid';
import type { AccountColumn, AccountsShown, DealColumn, DealsShown, PartShown } from './rows';

/** How the accounts are looked at. One for the window, so that coming back finds them as they were left. */
class AccountsState extends GridState<AccountId, AccountColumn> {
  shown = $state<AccountsShown>('all');
  adding = $state(false);
  #owner: string | null = null;

  constructor() {
    super([{ column: 'name', descending: false }], 1);
  }

  /** Another workspace begins afresh. */
  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.begin(1);
    this.shown = 'all';
    this.adding = false;
  }
}

/** How the deals are looked at. */
class DealsState extends GridState<DealId, DealColumn> {
  shown = $state<DealsShown>('all');
  part = $state<PartShown>('all');
  /** The deal that stands beside the table. */
  open = $state<DealId | null>(null);
  adding = $state(false);
  #owner: string | null = null;

  constructor() {
    super([{ column: 'opened', descending: true }], 1);
  }

  belongTo(us: string): void {
    if (this.#owner === us) return;
    this.#owner = us;
    this.begin(1);
    this.shown = 'all';
    this.part = 'all';
    this.open = null;
    this.adding = false;
  }
}

export const accounts = new AccountsState();
export const deals = new DealsState();
