import type { OrganizationId, PartnerChange, PartnerRow } from '../../api/generated';
import { after } from './pending';

interface Sent {
  changes: ReadonlyMap<OrganizationId, readonly PartnerChange[]>;
  done: boolean;
}

/** Changes that were sent and are shown already: a refusal takes them back, the next answer holds them. */
class Shown {
  #sent = $state.raw<readonly Sent[]>([]);

  /** Rows with everything that is on its way. */
  over(rows: readonly PartnerRow[]): readonly PartnerRow[] {
    if (this.#sent.length === 0) return rows;
    return rows.map((row) => {
      const own = this.#sent.flatMap(({ changes }) => changes.get(row.id) ?? []);
      return own.length === 0 ? row : own.reduce(after, row);
    });
  }

  /** Shows changes while they are sent; answers what the sending answers. */
  async during<T>(
    changes: ReadonlyMap<OrganizationId, readonly PartnerChange[]>,
    send: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const sent: Sent = { changes, done: false };
    this.#sent = [...this.#sent, sent];
    const answer = await send();
    if (answer === undefined) this.#sent = this.#sent.filter((each) => each !== sent);
    else sent.done = true;
    return answer;
  }

  /** A new answer has come: it holds whatever was done before. */
  settle(): void {
    if (this.#sent.some(({ done }) => done)) this.#sent = this.#sent.filter(({ done }) => !done);
  }
}

export const shown = new Shown();
