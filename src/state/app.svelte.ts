import type { Day } from '../domain/calendar';
import { AppError, Cancelled } from '../domain/errors';
import type { Encoding } from '../domain/encodings';
import { isParcel } from '../domain/kept';
import type { InspectedTable, LoadReport, Progress } from '../domain/import';
import type { Shape, ShapeSuggestion } from '../domain/shape';
import type { Role } from '../domain/roles';
import type { TableForm } from '../domain/table-form';
import { treatmentsOf } from '../domain/treatment';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import type { MetricId } from '../metrics/catalog';
import type { AnyOptions } from '../metrics/metric';
import { Arrivals } from './arrivals.svelte';
import { Database } from './database.svelte';
import { EngineLink } from './engine-link.svelte';
import { Filters } from './filters.svelte';
import { Keeping } from './keeping.svelte';
import { viewOver } from './kept-view';
import { applyForms, inEncoding, takePlace, wantedEncodings } from './read-anew';
import { RemainingTime, type TimedProgress } from './remaining-time';
import { sampleCatalog, sampleFiles, sampleRoles, type NamedBlob, type SampleCompany } from './samples';
import { Settings } from './settings.svelte';
import { namedApart, renamed, sortArrivals, type Arrival } from './sort-arrivals';
import { SqlConsole } from './sql-console.svelte';
import type { View } from './view-code';
import { nameOfFiles, Tables } from './tables.svelte';
import { Unification } from './unification.svelte';

export type WorkspaceStatus = 'empty' | 'reading' | 'asking' | 'loading' | 'ready' | 'failed';

/** A synchronous step in the worker hears no cancel: after this long the worker is ended. */
const CANCEL_PATIENCE_MILLISECONDS = 500;

/** The one workspace of this tab: what was brought, what came of it, what is in view. */
export class AppState {
  status = $state<WorkspaceStatus>('empty');
  progress = $state.raw<TimedProgress | null>(null);
  error = $state.raw<AppError | null>(null);
  /** The last piece of work was given up by the user. */
  stopped = $state(false);
  /** Grows with every successful load; engine generations begin anew with a new worker. */
  revision = $state(0);
  /** Stays while newer files are read: the charts stand until there are others. */
  report = $state.raw<LoadReport | null>(null);
  sample = $state.raw<SampleCompany | null>(null);
  /** The end of observation as the user sets it; null is the last recorded day. */
  until = $state<Day | null>(null);
  /** Options of metrics that differ from their defaults. */
  options = $state.raw<{ readonly [Id in MetricId]?: AnyOptions }>({});
  /** How a panel's chart shows what it has, where that differs from its first look. */
  choices = $state.raw<Readonly<Record<string, AnyOptions>>>({});

  readonly settings = new Settings();
  readonly filters = new Filters();
  readonly tables = new Tables(this.settings);
  readonly arrivals = new Arrivals();
  readonly engine: EngineLink;
  readonly database: Database;
  readonly unification = new Unification((choices) => this.#unify(choices));
  readonly console = new SqlConsole(this);
  readonly keeping = new Keeping(this);
  #work: AbortController | null = null;
  #files: readonly NamedBlob[] = [];
  /** Being read: files that come before they are in take them along, so that none is lost. */
  #coming: readonly NamedBlob[] = [];

  constructor(engine = new EngineLink()) {
    this.engine = engine;
    this.database = new Database(engine);
  }

  get generation(): number {
    return this.report?.generation ?? 0;
  }
  get busy(): boolean {
    // The status comes first: it is what the view follows, and a short circuit before it would never be followed.
    return (this.status === 'reading' || this.status === 'loading') && this.#work !== null;
  }

  /** Counted, with nothing left that somebody might want to say about the files first. */
  get isSettled(): boolean {
    const isMixed = (this.report?.currencies.length ?? 0) > 1 && !this.tables.treatments.transactions?.rates;
    const asks = this.arrivals.open.length > 0 || this.tables.suggestions.length > 0 || isMixed;
    return this.status === 'ready' && this.error === null && !asks;
  }

  setOption(metric: MetricId, name: string, value: string | number | null, isDefault: boolean): void {
    const { [name]: _, ...rest } = this.options[metric] ?? {};
    this.options = { ...this.options, [metric]: isDefault ? rest : { ...rest, [name]: value } };
  }

  setChoice(panel: string, name: string, value: string, isInitial: boolean): void {
    const { [name]: _, ...rest } = this.choices[panel] ?? {};
    this.choices = { ...this.choices, [panel]: isInitial ? rest : { ...rest, [name]: value } };
  }

  /** Opens one of the companies that come with the product, in place of what was there. */
  openSample(id: string): Promise<void> {
    return this.#run('reading', async (signal, onprogress) => {
      this.engine.warm();
      await this.#settled(signal);
      const company = (await sampleCatalog()).find((one) => one.id === id);
      if (!company) throw new AppError('sample-unknown', { id });
      const files = await sampleFiles(company);
      const found = await this.#inspect(files, signal, onprogress);
      const replaced = this.tables.inspected;
      this.#startAfresh(files);
      this.tables.add(found);
      for (const table of found) this.tables.choose(table, sampleRoles(company, table));
      this.sample = company;
      await this.#load(company.name, signal, onprogress);
      this.keeping.leave();
      await this.#forgetOthers(found, replaced);
    });
  }

  /**
   * Opens a kept workspace, in place of what was there.
   * @param address what an address says of the view goes before what was kept; null shows it as it was kept
   */
  openKept(id: string, address: View | null = null): Promise<void> {
    return this.#run('loading', async (signal, onprogress) => {
      await this.#settled(signal);
      const { entry, session, report } = await this.engine.call('openWorkspace', { id }, { signal, onprogress });
      this.#startAfresh([]);
      this.tables.reopen(session.tables);
      this.until = session.until;
      this.unification.choices = session.decisions.unify ?? NO_CHOICES;
      const view = viewOver(session.view, address, report);
      this.options = view.options;
      this.choices = view.choices;
      this.filters.replace(view.filter);
      this.#show(report);
      await this.keeping.opened(entry, session);
    });
  }

  /** Reads the user's own files. A sample company makes room for them; own files stand beside earlier ones. */
  async addFiles(brought: readonly File[]): Promise<void> {
    const files = await this.#openParcels(brought);
    if (files.length === 0) return;
    const added = files.map((file): NamedBlob => ({ name: file.name, blob: file }));
    const named = [...this.#coming.filter(({ name }) => added.every((one) => one.name !== name)), ...added];
    this.#coming = named;
    const standing = this.busy ? (this.report ? 'ready' : 'empty') : this.status;
    await this.#run('reading', async (signal, onprogress) => {
      const apart = namedApart(named, this.#namesHere());
      const { files: held, found } = await this.#inspectAsBefore(apart, signal, onprogress);
      // Before the tables are in view: what somebody then chooses of them is not taken for the guess.
      const suggested = await this.#suggestedShapes(signal);
      const replaced = this.sample ? this.tables.inspected : [];
      if (this.sample) this.#startAfresh([]);
      const came = held.map((file, at) => ({ file, name: named[at].name }));
      const { added, asked } = sortArrivals(came, found, this.tables.inspected);
      this.arrivals.open = [...this.arrivals.open, ...asked];
      this.#coming = [];
      if (added.length > 0) {
        this.#files = [...this.#files, ...held.filter(({ name }) => added.some(({ file }) => file === name))];
        this.tables.add(added);
        await this.#loadOrAsk(suggested, signal, onprogress);
      } else this.status = standing;
      await this.#forgetOthers(found, replaced);
    });
  }

  /** Takes in files that waited for a word: beside those that are here, or in the place of those they are like. */
  async accept(arrivals: readonly Arrival[], how: 'add' | 'replace'): Promise<void> {
    const models = this.tables.chosen;
    const like = arrivals.flatMap((arrival) => arrival.like);
    const gone = how === 'replace' ? this.tables.inspected.filter(({ file }) => like.includes(file)) : [];
    this.arrivals.close(arrivals);
    await this.#forgetIn(gone.map(({ id }) => id));
    this.tables.forget(gone.map(({ id }) => id));
    this.#files = this.#files.filter(({ name }) => gone.every(({ file }) => file !== name));
    for (const { file, name, tables } of arrivals) {
      const isFree = !this.tables.inspected.some((table) => table.file === name);
      const called = isFree ? name : file.name;
      if (called !== file.name) await this.engine.call('rename', { from: file.name, to: called });
      this.#files = [...this.#files, { name: called, blob: file.blob }];
      this.tables.add(tables.map((table) => renamed(table, called)));
      this.tables.readAlike(called, models);
    }
    return this.#run('loading', async (signal, onprogress) =>
      this.#loadOrAsk(await this.#suggestedShapes(signal), signal, onprogress),
    );
  }

  /** Files that waited for a word are not wanted. */
  async leaveOut(arrivals: readonly Arrival[]): Promise<void> {
    this.arrivals.close(arrivals);
    await this.#forgetIn(arrivals.flatMap(({ tables }) => tables.map(({ id }) => id)));
  }

  async #loadOrAsk(
    suggested: readonly ShapeSuggestion[],
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    await this.#takeShapes(suggested);
    throwIfStopped(signal);
    if (this.tables.asks || !this.tables.choices.some(({ roles }) => roles.length > 0)) this.status = 'asking';
    else await this.#load(this.#name(), signal, onprogress);
  }

  /** Names of files that a new one of the same name would push aside. */
  #namesHere(): string[] {
    const waiting = this.arrivals.open.map(({ file }) => file.name);
    return this.sample ? waiting : [...this.tables.inspected.map(({ file }) => file), ...waiting];
  }

  /** Exported workspaces among what was brought are taken in, and the last is opened if it came alone. The files that are left. */
  async #openParcels(brought: readonly File[]): Promise<readonly File[]> {
    const parcels = await Promise.all(brought.map((file) => isParcel(file)));
    const files = brought.filter((_, at) => !parcels[at]);
    let last: string | null = null;
    try {
      for (const [at, file] of brought.entries()) if (parcels[at]) last = (await this.keeping.imported(file)).id;
    } catch (error) {
      this.error = asAppError(error);
      return [];
    }
    if (last !== null && files.length === 0) await this.openKept(last);
    return files;
  }

  /** Validates what was brought as it is now mapped; the files are not read again. */
  load(): Promise<void> {
    return this.#run('loading', (signal, onprogress) =>
      this.#load(this.sample?.name ?? this.#name(), signal, onprogress),
    );
  }

  /** Brings a table into another form; the next count follows it. */
  async reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    this.error = null;
    try {
      await this.#reshape(table, shapes);
    } catch (error) {
      this.error = asAppError(error);
    }
  }
  async #reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    this.tables.reshaped(await this.engine.call('reshape', { table, shapes }));
  }

  /** Whether the file of a table is at hand, so that it can be read in another encoding. */
  canReadAnew = (table: InspectedTable): boolean =>
    this.sample === null && !this.tables.isUnread(table) && this.#files.some(({ name }) => name === table.file);

  /** Reads a file that is here once more, its letters in another encoding, and counts anew. */
  readIn(table: InspectedTable, encoding: Encoding): Promise<void> {
    return this.#run('reading', async (signal, onprogress) => {
      await this.#readAnew(table.file, encoding, signal, onprogress);
      await this.#loadOrAsk(await this.#suggestedShapes(signal), signal, onprogress);
    });
  }
  async #readAnew(
    name: string,
    encoding: Encoding,
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    const held = this.#files.find((file) => file.name === name);
    if (!held) return;
    const file = inEncoding(held, encoding, this.tables);
    const [beside] = namedApart([file], this.#namesHere());
    const found = await this.#inspect([beside], signal, onprogress);
    await takePlace(found, name, this);
    this.#files = this.#files.map((one) => (one === held ? file : one));
    this.settings.rememberEncoding(file.guessedHeader ?? [], encoding);
  }

  /** Treats the rows of a role otherwise, and counts again. */
  treat(role: Role, change: Parameters<Tables['treat']>[1]): Promise<void> {
    this.tables.treat(role, change);
    return this.load();
  }

  setUntil(until: Day | null): Promise<void> {
    this.until = until;
    return this.load();
  }

  /**
   * Reads files, tables and columns as a mapping file says, which the headless report reads too. What it does not name stays as
   * it is.
   */
  async applyMapping(file: File): Promise<void> {
    this.error = null;
    try {
      const request = { name: file.name, text: await file.text() };
      const { mapping, forms, treatments } = await this.engine.call('readMapping', request);
      if (!(await this.#readAsIn(forms))) return;
      const shaped = await applyForms(forms, this);
      const filled = this.tables.apply(mapping);
      if (shaped.length + filled.length === 0) throw new AppError('mapping-fits-nothing', { file: file.name });
      for (const { role, treatment } of treatmentsOf(treatments)) this.tables.treat(role, treatment);
      if (this.status === 'asking' && !this.tables.asks) await this.load();
    } catch (error) {
      this.error = asAppError(error);
    }
  }
  /** Files that the forms would have in another encoding are read anew. False where that failed or was stopped. */
  async #readAsIn(forms: readonly TableForm[]): Promise<boolean> {
    const wanted = wantedEncodings(forms, this.tables).filter(({ table }) => this.canReadAnew(table));
    if (wanted.length === 0) return true;
    const standing = this.status;
    await this.#run('reading', async (signal, onprogress) => {
      for (const { table, encoding } of wanted) await this.#readAnew(table.file, encoding, signal, onprogress);
      this.status = standing;
    });
    return this.error === null && !this.stopped;
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#forgetIn(ids);
    this.tables.forget(ids);
    if (this.tables.inspected.length === 0) await this.clear();
    else if (this.tables.choices.some(({ roles }) => roles.length > 0) && !this.tables.asks) await this.load();
    else this.status = 'asking';
  }

  /** Forgets everything, kept workspaces and remembered choices too. */
  async forgetAll(): Promise<void> {
    try {
      await this.keeping.clearAll();
    } catch (error) {
      this.error = asAppError(error);
      return;
    }
    await this.clear();
  }

  /** Deletes a kept workspace, and lets go of it where it is the one that is open. */
  async remove(id: string): Promise<void> {
    const isOpen = this.keeping.current?.id === id;
    if (isOpen) await this.keeping.settled();
    await this.keeping.remove(id);
    if (isOpen) await this.clear();
  }

  /** Makes room for another workspace; what is kept stays. */
  async close(): Promise<void> {
    await this.keeping.settled();
    await this.clear();
  }

  /** Lets go of what is open: both workers end, and with them all that they held. */
  async clear(): Promise<void> {
    this.keeping.leave();
    this.cancel();
    this.console.forget();
    this.database.end();
    this.engine.end();
    this.#startAfresh([]);
    this.report = null;
    this.error = null;
    this.status = 'empty';
    await Promise.resolve();
  }

  cancel(): void {
    const work = this.#work;
    if (!work) return;
    work.abort();
    setTimeout(() => {
      if (this.#work === work) this.engine.end();
    }, CANCEL_PATIENCE_MILLISECONDS);
  }

  async #suggestedShapes(signal: AbortSignal): Promise<readonly ShapeSuggestion[]> {
    const suggested = await this.engine.call('suggestShapes', null);
    throwIfStopped(signal);
    return suggested;
  }
  /** What the tables cannot do without is done; the rest is asked. */
  async #takeShapes(suggested: readonly ShapeSuggestion[]): Promise<void> {
    for (const { table, shape } of this.tables.neededOf(suggested)) {
      const shapes = this.tables.inspected.find(({ id }) => id === table)?.shapes;
      if (shapes?.length === 0) await this.#reshape(table, [shape]);
    }
    // Only then: what is done at once is no question.
    this.tables.suggest(suggested);
  }

  async #load(name: string, signal: AbortSignal, onprogress: (progress: Progress) => void): Promise<void> {
    this.status = 'loading';
    const choices = this.tables.choices.filter(({ roles }) => roles.length > 0);
    const { treatments } = this.tables;
    const request = { name, choices, until: this.until, treatments, unify: this.unification.choices };
    const report = await this.engine.call('load', request, { signal, onprogress });
    const isOther = this.report?.name !== report.name;
    const { changed } = this.tables;
    this.tables.loaded();
    if (isOther && this.report !== null) {
      this.filters.clear();
      this.options = {};
      this.choices = {};
    }
    this.#show(report);
    if (this.sample) return;
    this.tables.remember();
    this.keeping.loaded(changed, nameOfFiles(this.tables.inspected));
  }

  /** What is open is kept before something else takes its place; a cancel in the meantime counts. */
  async #settled(signal: AbortSignal): Promise<void> {
    await this.keeping.settled();
    throwIfStopped(signal);
  }

  /** A stop that came when the answer was on its way counts: what has taken over reads the same files again. */
  async #inspect(
    files: readonly NamedBlob[],
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<readonly InspectedTable[]> {
    const found = await this.engine.call('inspect', { files }, { signal, onprogress });
    throwIfStopped(signal);
    return found;
  }

  /** As files of the same shape were read the last time, where somebody has chosen their encoding. */
  async #inspectAsBefore(
    files: readonly NamedBlob[],
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<{ files: readonly NamedBlob[]; found: readonly InspectedTable[] }> {
    const first = await this.#inspect(files, signal, onprogress);
    const anew = files.flatMap((file): NamedBlob[] => {
      const table = first.find((one) => one.file === file.name);
      const encoding = table?.encodings ? this.settings.encoding(table.header) : null;
      if (!table || encoding === null || encoding === table.encodings?.read.encoding) return [];
      return [{ ...file, encoding, guessedHeader: table.header }];
    });
    if (anew.length === 0) return { files, found: first };
    const again = await this.#inspect(anew, signal, onprogress);
    const isAnew = (name: string) => anew.some((file) => file.name === name);
    return {
      files: files.map((file) => anew.find(({ name }) => name === file.name) ?? file),
      found: [...first.filter(({ file }) => !isAnew(file)), ...again],
    };
  }

  #show(report: LoadReport): void {
    this.filters.keepKnown(report.facets);
    this.report = report;
    this.revision++;
    this.status = 'ready';
    void this.database.refillWhenQuiet();
  }

  /** Other decisions about customers: facts and database are made anew, the files are not checked again. */
  #unify(choices: UnifyChoices): Promise<void> {
    return this.#run('loading', async (signal, onprogress) => {
      this.#show(await this.engine.call('unify', { choices }, { signal, onprogress }));
      this.unification.choices = choices;
    });
  }

  /** One piece of work at a time; a new one stops the one before. What was in view stays when it fails or is stopped. */
  async #run(
    status: WorkspaceStatus,
    task: (signal: AbortSignal, onprogress: (progress: Progress) => void) => Promise<void>,
  ): Promise<void> {
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    const before = {
      status: this.status,
      tables: this.tables.snapshot(),
      arrivals: this.arrivals.open,
      sample: this.sample,
      files: this.#files,
      until: this.until,
    };
    const clock = new RemainingTime();
    this.error = null;
    this.stopped = false;
    this.progress = null;
    this.status = status;
    try {
      await task(work.signal, (progress) => {
        if (this.#work === work) this.progress = clock.at(progress);
      });
    } catch (error) {
      if (this.#work !== work) return;
      const stopped = work.signal.aborted;
      const asking = before.status === 'asking';
      this.status = asking ? 'asking' : this.report ? 'ready' : stopped ? 'empty' : 'failed';
      if (stopped) {
        this.tables.restore(before.tables);
        this.arrivals.open = before.arrivals;
        this.sample = before.sample;
        this.#files = before.files;
        this.until = before.until;
        this.stopped = true;
      } else this.error = asAppError(error);
      if (isDead(error)) await this.#revive();
    } finally {
      if (this.#work === work) {
        this.#work = null;
        this.progress = null;
        this.#coming = [];
      }
    }
  }

  /** A dead worker has lost the columns: the files are still in the user's hands, and are read again. */
  async #revive(): Promise<void> {
    this.engine.end();
    this.database.end();
    this.arrivals.clear();
    const { current, status } = this.keeping;
    if (current && status === 'kept') return this.openKept(current.id);
    if (!this.report || this.#files.length === 0) return;
    const { name } = this.report;
    try {
      await this.engine.call('inspect', { files: this.#files });
      for (const { id, shapes } of this.tables.inspected)
        if (shapes.length > 0) await this.engine.call('reshape', { table: id, shapes });
      const choices = this.tables.choices.filter(({ roles }) => roles.length > 0);
      const { treatments } = this.tables;
      const unify = this.unification.choices;
      this.report = await this.engine.call('load', { name, choices, until: this.until, treatments, unify });
      this.#show(this.report);
      if (!this.sample) this.keeping.loaded(true, nameOfFiles(this.tables.inspected));
    } catch (error) {
      this.report = null;
      this.status = 'failed';
      this.error = asAppError(error);
    }
  }

  async #forgetIn(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.engine.call('forget', { tables: ids });
  }
  /** Last of all: until then a cancel brings back what was there. */
  #forgetOthers(found: readonly InspectedTable[], replaced: readonly InspectedTable[]): Promise<void> {
    const kept = found.map(({ id }) => id);
    return this.#forgetIn(replaced.map(({ id }) => id).filter((id) => !kept.includes(id)));
  }
  #startAfresh(files: readonly NamedBlob[]): void {
    this.tables.clear();
    this.arrivals.clear();
    this.#files = files;
    this.sample = null;
    this.until = null;
    this.unification.forget();
  }
  #name = () => this.keeping.nameOr(nameOfFiles(this.tables.inspected));
}

const throwIfStopped = (signal: AbortSignal): void => {
  if (signal.aborted) throw new Cancelled();
};
const asAppError = (error: unknown): AppError =>
  error instanceof AppError
    ? (error as AppError)
    : new AppError('unexpected', { message: error instanceof Error ? error.message : String(error) });
const isDead = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'worker-crashed' || error.code === 'worker-ended');
