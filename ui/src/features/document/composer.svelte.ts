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

  /** How the core is asked about the document that is looked at. */
  get choice(): DocumentChoice {
    return this.document === null ? {} : { id: this.document };
  }

  /** How an export is told which document it writes, or whose look it wears. */
  get exported(): { document?: PlanDocumentId } {
    return this.document === null ? {} : { document: this.document };
  }

  step(by: number): void {
    this.page = stepped(this.mode, this.page, this.count, by);
  }

  goTo(page: number): void {
    this.page = within(page, this.count);
  }

  /** Looks at another document, from its beginning. */
  open(document: PlanDocumentId | null): void {
    this.document = document;
    this.section = null;
    this.page = 1;
  }
}

export const composer = new Composer();
