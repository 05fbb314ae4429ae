import { call } from '../../api/client';
import type { PlanDocumentId } from '../../api/generated';

/** Most pictures that are kept; the oldest go first. */
const KEPT = 80;

/** The pages of one layout as pictures, each drawn once for each width. */
export class Pictures {
  #urls = new Map<string, Promise<string>>();

  constructor(private readonly document: PlanDocumentId | null) {}

  /** An address for an image. It ends with {@link release}; an image that shows it already keeps it. */
  get(page: number, width: number): Promise<string> {
    const key = `${page} ${width}`;
    const kept = this.#urls.get(key);
    if (kept) return kept;
    const made = this.#draw(page, width);
    this.#urls.set(key, made);
    made.catch(() => this.#urls.delete(key));
    const [oldest] = this.#urls.keys();
    if (this.#urls.size > KEPT && oldest !== undefined) this.#forget(oldest);
    return made;
  }

  release(): void {
    [...this.#urls.keys()].forEach((key) => this.#forget(key));
  }

  async #draw(page: number, width: number): Promise<string> {
    const wanted = { page, width, ...(this.document === null ? {} : { document: this.document }) };
    const bytes = await call('document_page', wanted);
    return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
  }

  #forget(key: string): void {
    const url = this.#urls.get(key);
    this.#urls.delete(key);
    url?.then(URL.revokeObjectURL, () => undefined);
  }
}
