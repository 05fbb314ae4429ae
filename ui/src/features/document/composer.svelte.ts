import type { DocumentChoice, PlanDocumentId } from '../../api/generated';
import { stepped, within, type Mode } from './paging';

/** Where the person is in the document: kept while other screens are looked at. */
class Composer {
  /** The document that is looked at; none means the first by name. */
  document = $state<PlanDocumentId | null>(null);
  /** The section that is chosen in the outline, by its key there. */
  section = $state<string | null>(null);
  page = $state(1);
  count = $state(1);
  mode = $state<Mode>('page');
  zoom = $state<number | 'fit'>('fit');
  /** The page that stays in view whatever is edited: so many pages into a section. Turning the page lets go of it. */
  pinned = $state.raw<{ section: string; into: number } | null>(null);

  /** What was changed last is written: an export must not run ahead of it. */
  written: Promise<void> = Promise.resolve();

  /** How the core is asked about the document that is looked at. */
  get choice(): DocumentChoice {
    return this.document === null ? {} : { id: this.document };
  }

  /** How an export is told which document it writes, or whose look it wears. */
  get exported(): { document?: PlanDocumentId } {
    return this.document === null ? {} : { document: this.document };
  }

  /** Turns the pages. */
  step(by: number): void {
    this.pinned = null;
    this.page = stepped(this.mode, this.page, this.count, by);
  }

  /** Turns to a page. */
  goTo(page: number): void {
    this.pinned = null;
    this.follow(page);
  }

  /** Shows a page because the document has changed around it. */
  follow(page: number): void {
    this.page = within(page, this.count);
  }

  /** Looks at another document, from its beginning. */
  open(document: PlanDocumentId | null): void {
    this.document = document;
    this.section = null;
    this.pinned = null;
    this.page = 1;
  }
}

export const composer = new Composer();
