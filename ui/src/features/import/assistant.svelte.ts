import { isCovered } from '../../actions';
import { call, nothing, onEvent } from '../../api/client';
import { ApiError, toApiError } from '../../api/errors';
import type { ImportLook, ImportNoun, ImportOpened, ImportOptions, ImportPreview } from '../../api/generated';
import { jobs } from '../../shared/jobs.svelte';
import { sayError, sayWritten } from '../../shared/toasts';
import { lookAll } from './look-all';
import { likeliest, readAs, silent } from './options';

export const STEPS = ['file', 'columns', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];
type Busy = 'opening' | 'looking' | 'planning' | 'writing';

/** One file on its way into the workspace. Nothing is written before {@link write}. */
class Assistant {
  open = $state(false);
  step = $state<Step>('file');
  file = $state.raw<ImportOpened | null>(null);
  options = $state.raw<ImportOptions>(silent('organizations'));
  look = $state.raw<ImportLook | null>(null);
  /** What the file would do, as long as nothing else is said about it. */
  preview = $state.raw<ImportPreview | null>(null);
  /** What it did. */
  result = $state.raw<ImportPreview | null>(null);
  /** It was imported before, and what was said then is said again. */
  remembered = $state(false);
  error = $state.raw<ApiError | null>(null);
  stopped = $state(false);
  busy = $state<Busy | null>(null);
  undone = $state(false);
  #job = $state<string | null>(null);
  #turn = 0;
  /** What the rows are, if that was said before there was a file. */
  #meant: ImportNoun | null = null;

  /** The work that is under way, if any. */
  get job(): (typeof jobs.running)[number] | undefined {
    return jobs.running.find(({ id }) => id === this.#job);
  }

  /** Begins anew; `noun` is what the person thinks the rows are. */
  start(noun: ImportNoun | null = null): void {
    this.#reset();
    this.#meant = noun;
    this.open = true;
  }

  /** Asks for a file. */
  async choose(): Promise<void> {
    await this.#take(false);
  }

  /** Goes on with a file that was dropped on the window, in place of the one before. */
  async takeDropped(fileName: string): Promise<void> {
    if (this.busy !== null || (!this.open && isCovered())) {
      const message = `${fileName} was not opened: finish or close what is open first, then drop it again.`;
      sayError(new ApiError({ code: 'refused', message, detail: '' }));
      return;
    }
    this.start();
    await this.#take(true);
  }

  async #take(dropped: boolean): Promise<void> {
    const opened = await this.#work('opening', 'Reading the file', (job) => call('import_open', { job, dropped }));
    if (opened) await this.take(opened);
  }

  /** Goes on with a file that was opened. */
  async take(opened: ImportOpened): Promise<void> {
    this.#reset();
    this.open = true;
    this.file = opened;
    if (opened.unread !== null) {
      this.error = new ApiError({ code: 'refused', message: opened.unread, detail: '' });
      return;
    }
    await this.#recognize(opened);
  }

  /** The rows are something else. */
  async readAs(noun: ImportNoun): Promise<void> {
    this.options = readAs(noun, this.options);
    this.remembered = false;
    this.preview = null;
    await this.#see(await this.#look());
  }

  /** Something is said about the file; what follows from it is looked at anew. */
  async change(said: Partial<ImportOptions>): Promise<void> {
    this.options = { ...this.options, ...said };
    this.preview = null;
    if (this.file && !this.look) {
      await this.#recognize(this.file);
      return;
    }
    const look = await this.#look();
    if (look) this.look = look;
  }

  /** Something is said that is answered beside what the file would do. */
  async answer(said: Partial<ImportOptions>): Promise<void> {
    this.options = { ...this.options, ...said };
    await this.#plan();
  }

  /** Goes on or back; only between steps that write nothing. */
  go(step: 'file' | 'columns'): void {
    [this.error, this.stopped] = [null, false];
    this.step = step;
  }

  /** Works out what the file would do. */
  async check(): Promise<void> {
    this.step = 'check';
    this.preview = null;
    await this.#plan();
  }

  /** The last click: all rows that fit, as one step. */
  async write(): Promise<void> {
    const left = (this.preview?.refused ?? 0) > 0;
    const done = await this.#work('writing', 'Importing', (job) => call('import_apply', this.#request(job, left)));
    if (!done) return;
    this.result = done;
    this.step = 'done';
    this.file = null;
  }

  /** Saves the rows that do not fit, each with its reason. */
  async saveRejects(): Promise<void> {
    const saved = await this.#work('planning', 'Saving the rows', (job) =>
      call('import_rejects', this.#request(job, true)),
    );
    if (saved) sayWritten(`Saved the rows as ${saved.file_name}`, saved);
  }

  async undo(): Promise<void> {
    const undone = await this.#work('writing', 'Undoing', () => call('undo', nothing));
    if (undone) this.undone = true;
  }

  /** Stops what is under way, or leaves: a file that was not imported is forgotten. */
  async leave(): Promise<void> {
    if (this.busy === 'writing' || this.busy === 'planning') {
      await this.cancel();
      return;
    }
    const { file } = this;
    if (this.busy !== null) await this.cancel();
    this.open = false;
    this.#reset();
    if (file) await call('import_close', nothing).catch(() => undefined);
  }

  async cancel(): Promise<void> {
    if (this.#job !== null) await jobs.cancel(this.#job);
  }

  #request(job: string, withoutRejects = false): RequestOfImport {
    return { handle: this.file?.handle ?? '', job, options: this.options, without_rejects: withoutRejects };
  }

  /** What the rows most likely are, and what was said of such a file before. */
  async #recognize(file: ImportOpened): Promise<void> {
    const { encoding, delimiter } = this.options;
    const looks = await this.#work('looking', 'Looking at the file', () => lookAll(file, this.options));
    if (!looks) return;
    const noun = this.#meant ?? likeliest(looks) ?? 'organizations';
    this.options = { ...silent(noun), encoding, delimiter };
    await this.#see(looks.get(noun) ?? null);
  }

  async #look(): Promise<ImportLook | undefined> {
    return this.#work('looking', 'Looking at the file', (job) => call('import_look', this.#request(job)));
  }

  async #plan(): Promise<void> {
    const preview = await this.#work('planning', 'Comparing', (job) => call('import_plan', this.#request(job)));
    if (preview) this.preview = preview;
  }

  /** Shows a look; where such a file came before, what was said then is said again. */
  async #see(look: ImportLook | null | undefined): Promise<void> {
    if (!look) return;
    this.look = look;
    if (!look.remembered) return;
    const { encoding, delimiter, sheet } = this.options;
    this.options = { ...look.remembered, encoding, delimiter, sheet };
    const again = await this.#look();
    if (!again) return;
    this.look = again;
    this.remembered = true;
  }

  /** Runs one thing at a time; a refusal is shown in its place, and an answer that came too late is dropped. */
  async #work<T>(busy: Busy, label: string, work: (job: string) => Promise<T>): Promise<T | undefined> {
    const turn = ++this.#turn;
    [this.busy, this.error, this.stopped] = [busy, null, false];
    const answer = await jobs.run(label, async (job) => {
      this.#job = job;
      try {
        return await work(job);
      } catch (thrown) {
        if (turn === this.#turn) this.#refused(toApiError(thrown));
        return undefined;
      }
    });
    if (turn !== this.#turn) return undefined;
    [this.busy, this.#job] = [null, null];
    return answer;
  }

  #refused(error: ApiError): void {
    if (error.code === 'cancelled') this.stopped = true;
    else this.error = error;
  }

  #reset(): void {
    this.#turn += 1;
    this.step = 'file';
    [this.file, this.look, this.preview, this.result, this.error] = [null, null, null, null, null];
    [this.busy, this.#job] = [null, null];
    [this.remembered, this.stopped, this.undone] = [false, false, false];
    this.options = silent('organizations');
  }
}

type RequestOfImport = Parameters<typeof call<'import_look'>>[1];

export const assistant = new Assistant();

/** Begins to hear of tables dropped on the window; called once at start. */
export function watchDrops(): () => void {
  return onEvent((event) => {
    if (event.type === 'table_dropped') void assistant.takeDropped(event.file_name);
  });
}
