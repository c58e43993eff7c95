import { isParcel } from '../domain/kept';
import { AppError, asAppError } from '../domain/errors';
import type { Encoding } from '../domain/encodings';
import type { InspectedTable, LoadReport, Progress } from '../domain/import';
import type { TableAdvice } from '../domain/questions';
import type { TableForm } from '../domain/table-form';
import { treatmentsOf } from '../domain/treatment';
import type { Arrivals } from './arrivals.svelte';
import type { EngineLink } from './engine-link.svelte';
import type { Keeping } from './keeping.svelte';
import { applyForms, inEncoding, readAsBefore, takePlace, wantedEncodings } from './read-anew';
import type { SampleCompany } from '../domain/sample-company';
import type { NamedBlob } from './samples';
import type { Settings } from './settings.svelte';
import type { Shaping } from './shaping';
import { namedApart, renamed, sortArrivals, type Arrival } from './sort-arrivals';
import type { Tables } from './tables.svelte';
import { throwIfStopped, type Task, type Work, type WorkspaceStatus } from './work.svelte';

/** What files come to. */
interface Workspace {
  readonly engine: EngineLink;
  readonly settings: Settings;
  readonly tables: Tables;
  readonly arrivals: Arrivals;
  readonly keeping: Keeping;
  readonly work: Work;
  readonly shaping: Shaping;
  readonly report: LoadReport | null;
  readonly sample: SampleCompany | null;
  readonly busy: boolean;
  status: WorkspaceStatus;
  error: AppError | null;
  openKept(id: string): Promise<void>;
  startAfresh(files: readonly NamedBlob[]): void;
  readonly count: Task;
  load(): Promise<void>;
  clear(): Promise<void>;
}

/** The files in this tab's hands: brought, read, read anew, let go. */
export class Files {
  /** Those that the tables of the page come from. */
  held: readonly NamedBlob[] = [];
  /** Being read: files that come before they are in take them along, so that none is lost. */
  #coming: readonly NamedBlob[] = [];

  constructor(private readonly app: Workspace) {}

  /** Nothing is being read any more. */
  rest(): void {
    this.#coming = [];
  }

  /** Reads the user's own files. A sample company makes room for them; own files stand beside earlier ones. */
  async add(brought: readonly File[]): Promise<void> {
    const files = await this.#openParcels(brought);
    if (files.length === 0) return;
    const added = files.map((file): NamedBlob => ({ name: file.name, blob: file }));
    const named = [...this.#coming.filter(({ name }) => added.every((one) => one.name !== name)), ...added];
    this.#coming = named;
    const standing = this.app.busy ? (this.app.report ? 'ready' : 'empty') : this.app.status;
    await this.app.work.run('reading', async (signal, onprogress) => {
      const apart = namedApart(named, this.#namesHere());
      const read = (files: readonly NamedBlob[]) => this.inspect(files, signal, onprogress);
      const { files: held, found } = await readAsBefore(apart, read, this.app.settings);
      const replaced = this.app.sample ? this.app.tables.inspected : [];
      if (this.app.sample) this.app.startAfresh([]);
      const came = held.map((file, at) => ({ file, name: named[at].name }));
      const { added, asked } = sortArrivals(came, found, this.app.tables.inspected);
      this.app.arrivals.open = [...this.app.arrivals.open, ...asked];
      this.#coming = [];
      if (added.length > 0) {
        // Before the tables are in view: what somebody then chooses of them is not taken for the guess.
        const suggested = await this.app.shaping.suggested(added.map(({ id }) => id));
        throwIfStopped(signal);
        this.held = [...this.held, ...held.filter(({ name }) => added.some(({ file }) => file === name))];
        this.app.tables.add(added);
        await this.#loadOrAsk(suggested, signal, onprogress);
      } else this.app.status = standing;
      await this.forgetOthers(found, replaced);
    });
  }

  /** Takes in files that waited for a word: beside those that are here, or in the place of those they are like. */
  async accept(arrivals: readonly Arrival[], how: 'add' | 'replace'): Promise<void> {
    const models = this.app.tables.chosen;
    const like = arrivals.flatMap((arrival) => arrival.like);
    const gone = how === 'replace' ? this.app.tables.inspected.filter(({ file }) => like.includes(file)) : [];
    this.app.arrivals.close(arrivals);
    await this.#forgetIn(gone.map(({ id }) => id));
    this.app.tables.forget(gone.map(({ id }) => id));
    this.held = this.held.filter(({ name }) => gone.every(({ file }) => file !== name));
    for (const { file, name, tables } of arrivals) {
      const isFree = !this.app.tables.inspected.some((table) => table.file === name);
      const called = isFree ? name : file.name;
      if (called !== file.name) await this.app.engine.call('rename', { from: file.name, to: called });
      this.held = [...this.held, { name: called, blob: file.blob }];
      this.app.tables.add(tables.map((table) => renamed(table, called)));
      this.app.tables.readAlike(called, models);
    }
    return this.app.work.run('loading', async (signal, onprogress) =>
      this.#loadOrAsk(await this.app.shaping.suggested(), signal, onprogress),
    );
  }

  /** Files that waited for a word are not wanted. */
  async leaveOut(arrivals: readonly Arrival[]): Promise<void> {
    this.app.arrivals.close(arrivals);
    await this.#forgetIn(arrivals.flatMap(({ tables }) => tables.map(({ id }) => id)));
  }

  async #loadOrAsk(
    suggested: TableAdvice,
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    await this.app.shaping.take(suggested);
    throwIfStopped(signal);
    if (this.app.tables.asks || !this.app.tables.choices.some(({ roles }) => roles.length > 0))
      this.app.status = 'asking';
    else await this.app.count(signal, onprogress);
  }

  /** Names of files that a new one of the same name would push aside. */
  #namesHere(): string[] {
    const waiting = this.app.arrivals.open.map(({ file }) => file.name);
    return this.app.sample ? waiting : [...this.app.tables.inspected.map(({ file }) => file), ...waiting];
  }

  /** Exported workspaces among what was brought are taken in, and the last is opened if it came alone. The files that are left. */
  async #openParcels(brought: readonly File[]): Promise<readonly File[]> {
    const parcels = await Promise.all(brought.map((file) => isParcel(file)));
    const files = brought.filter((_, at) => !parcels[at]);
    let last: string | null = null;
    try {
      for (const [at, file] of brought.entries()) if (parcels[at]) last = (await this.app.keeping.imported(file)).id;
    } catch (error) {
      this.app.error = asAppError(error);
      return [];
    }
    if (last !== null && files.length === 0) await this.app.openKept(last);
    return files;
  }

  /** Whether the file of a table is at hand, so that it can be read in another encoding. */
  canReadAnew = (table: InspectedTable): boolean =>
    this.app.sample === null && !this.app.tables.isUnread(table) && this.held.some(({ name }) => name === table.file);

  /** Reads a file that is here once more, its letters in another encoding, and counts anew. */
  readIn(table: InspectedTable, encoding: Encoding): Promise<void> {
    return this.app.work.run('reading', async (signal, onprogress) => {
      await this.#readAnew(table.file, encoding, signal, onprogress);
      await this.#loadOrAsk(await this.app.shaping.suggested(), signal, onprogress);
    });
  }
  async #readAnew(
    name: string,
    encoding: Encoding,
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    const held = this.held.find((file) => file.name === name);
    if (!held) return;
    const file = inEncoding(held, encoding, this.app.tables);
    const [beside] = namedApart([file], this.#namesHere());
    const found = await this.inspect([beside], signal, onprogress);
    await takePlace(found, name, this.app);
    this.held = this.held.map((one) => (one === held ? file : one));
    this.app.settings.rememberEncoding(file.guessedHeader ?? [], encoding);
  }

  /**
   * Reads files, tables and columns as a mapping file says, which the headless report reads too. What it does not name stays as
   * it is.
   */
  async applyMapping(file: File): Promise<void> {
    this.app.error = null;
    try {
      const request = { name: file.name, text: await file.text() };
      const { mapping, forms, treatments, timeZone } = await this.app.engine.call('readMapping', request);
      if (!(await this.#readAsIn(forms))) return;
      const shaped = await applyForms(forms, this.app);
      const filled = this.app.tables.apply(mapping);
      if (shaped.length + filled.length === 0) throw new AppError('mapping-fits-nothing', { file: file.name });
      for (const { role, treatment } of treatmentsOf(treatments)) this.app.tables.treat(role, treatment);
      // Stamps of a kept workspace stay where they were moved to then.
      const isRead = this.app.tables.inspected.every((table) => !this.app.tables.isUnread(table));
      if (timeZone !== null && isRead) this.app.tables.moveTo(timeZone);
      if (this.app.status === 'asking' && !this.app.tables.asks) await this.app.load();
    } catch (error) {
      this.app.error = asAppError(error);
    }
  }
  /** Files that the forms would have in another encoding are read anew. False where that failed or was stopped. */
  async #readAsIn(forms: readonly TableForm[]): Promise<boolean> {
    const wanted = wantedEncodings(forms, this.app.tables).filter(({ table }) => this.canReadAnew(table));
    if (wanted.length === 0) return true;
    const standing = this.app.status;
    await this.app.work.run('reading', async (signal, onprogress) => {
      for (const { table, encoding } of wanted) await this.#readAnew(table.file, encoding, signal, onprogress);
      this.app.status = standing;
    });
    return this.app.error === null && !this.app.work.stopped;
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#forgetIn(ids);
    this.app.tables.forget(ids);
    if (this.app.tables.inspected.length === 0) await this.app.clear();
    else if (this.app.tables.choices.some(({ roles }) => roles.length > 0) && !this.app.tables.asks)
      await this.app.load();
    else this.app.status = 'asking';
  }

  /** A stop that came when the answer was on its way counts: what has taken over reads the same files again. */
  async inspect(
    files: readonly NamedBlob[],
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<readonly InspectedTable[]> {
    const found = await this.app.engine.call('inspect', { files }, { signal, onprogress });
    throwIfStopped(signal);
    return found;
  }

  async #forgetIn(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.app.engine.call('forget', { tables: ids });
  }
  /** Last of all: until then a cancel brings back what was there. */
  forgetOthers(found: readonly InspectedTable[], replaced: readonly InspectedTable[]): Promise<void> {
    const kept = found.map(({ id }) => id);
    return this.#forgetIn(replaced.map(({ id }) => id).filter((id) => !kept.includes(id)));
  }
}
