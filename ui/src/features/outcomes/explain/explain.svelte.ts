import type { ExplainRequest } from '../../../api/generated';

/** The figure whose origin is shown beside the screen. */
class Explaining {
  request = $state.raw<ExplainRequest | null>(null);

  open(request: ExplainRequest): void {
    this.request = request;
  }

  close(): void {
    this.request = null;
  }
}

export const explaining = new Explaining();
