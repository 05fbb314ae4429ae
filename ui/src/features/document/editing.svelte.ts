import { untrack } from 'svelte';
import { call } from '../../api/client';
import type { DocumentBody, DocumentSettings, DocumentView, PlanDocumentId, Section } from '../../api/generated';
import type { Query } from '../../shared/query.svelte';
import { attempt } from '../../shared/toasts';
import { composer } from './composer.svelte';

/** The first edit of a workspace without documents makes one of this name. */
export const FIRST_NAME = 'Plan';

/**
 * The document as it is being changed: what was changed shows at once and is written behind, one step for each change, in
 * order. A refusal is said and takes back what was not written. Make it while a component is set up.
 */
export class Editing {
  #draft = $state.raw<DocumentBody | null>(null);
  #writing = 0;
  /** Made by the first edit, before the answer about it has come. */
  #added: PlanDocumentId | null = null;
  #written: Promise<void> = Promise.resolve();

  constructor(private readonly plan: Query<DocumentView>) {
    $effect(() => {
      void plan.data;
      untrack(() => {
        if (this.#writing > 0) return;
        this.#draft = null;
        this.#added = null;
      });
    });
  }

  get body(): DocumentBody | undefined {
    return this.#draft ?? this.plan.data;
  }

  /** Changes the audience or the language. */
  change(part: Partial<Omit<DocumentBody, 'settings'>>): void {
    const body = this.body;
    if (body) this.#write({ ...bodyOf(body), ...part });
  }

  set(part: Partial<DocumentSettings>): void {
    const body = this.body;
    if (body) this.#write({ ...bodyOf(body), settings: { ...body.settings, ...part } });
  }

  /** Changes one section. */
  setSection(index: number, part: Partial<Section>): void {
    const outline = this.body?.settings.outline;
    if (outline) this.set({ outline: outline.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  }

  #write(body: DocumentBody): void {
    this.#draft = body;
    this.#writing += 1;
    this.#written = this.#written.then(() => this.#save(body));
    composer.written = this.#written;
  }

  async #save(body: DocumentBody): Promise<void> {
    const saved = await attempt(() => this.#put(body));
    this.#writing -= 1;
    if (saved) return;
    this.#draft = null;
    this.plan.refetch();
  }

  async #put(body: DocumentBody): Promise<true> {
    // The id comes from the answer that was changed: another document may have been chosen meanwhile.
    const id = this.plan.data?.id ?? this.#added;
    if (id === null) {
      const added = await call('document_add', { name: FIRST_NAME, body });
      this.#added = added.id;
      composer.document = added.id;
    } else {
      await call('document_set', { id, name: this.plan.data?.name || FIRST_NAME, ...body });
    }
    return true;
  }
}

function bodyOf({ audience, language, settings }: DocumentBody): DocumentBody {
  return { audience, language, settings };
}
