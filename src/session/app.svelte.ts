import type { Day } from '../domain/calendar';
import type { FirstView } from '../bridge/first-view';
import type { EngineApi } from '../bridge/protocol';
import { AppError, asAppError } from '../domain/errors';
import { sampleRoles, type SampleCompany } from '../domain/sample-company';
import type { LoadReport, Progress } from '../domain/import';
import type { Role } from '../domain/roles';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions } from '../metrics/metric';
import { Arrivals } from './arrivals.svelte';
import { Asking } from './asking.svelte';
import { Database } from './database.svelte';
import { EngineLink } from './engine-link.svelte';
import { Files } from './files';
import { Filters } from './filters.svelte';
import { Keeping } from './keeping.svelte';
import { viewOver } from './kept-view';
import { FIRST_SAMPLE, firstView, sampleCatalog, sampleFiles, type NamedBlob } from './samples';
import { Settings } from './settings.svelte';
import { Shaping } from './shaping';
import { SqlConsole } from './sql-console.svelte';
import type { View } from './view-code';
import { nameOfFiles, Tables } from './tables.svelte';
import { Unification } from './unification.svelte';
import { throwIfStopped, Work, type WorkspaceStatus } from './work.svelte';

/** The one workspace of this tab: what was brought, what came of it, what is in view. */
export class AppState {
  status = $state<WorkspaceStatus>('empty');
  error = $state.raw<AppError | null>(null);
  /** Grows with every successful load; engine generations begin anew with a new worker. */
  revision = $state(0);
  /** Stays while newer files are read: the charts stand until there are others. */
  report = $state.raw<LoadReport | null>(null);
  sample = $state.raw<SampleCompany | null>(null);
  /** The report in view was made when the site was built; the files behind it are still being read. */
  standsIn = $state(false);
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
  readonly work = new Work(this);
  readonly shaping = new Shaping(this);
  readonly files = new Files(this);
  readonly asking = new Asking(this);

  constructor(engine = new EngineLink()) {
    this.engine = engine;
    this.database = new Database(engine);
  }

  get generation(): number {
    return this.report?.generation ?? 0;
  }
  get busy(): boolean {
    // The status comes first: it is what the view follows, and a short circuit before it would never be followed.
    return (this.status === 'reading' || this.status === 'loading') && this.work.isUnderWay;
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
    return this.#openSample(id, null);
  }

  /**
   * The first sample, for who comes with nothing: its first page is there before its files are read.
   * @param drawable before it nothing is shown
   */
  openFirst(drawable: Promise<unknown>): Promise<void> {
    return this.#openSample(
      FIRST_SAMPLE,
      Promise.all([firstView(), drawable]).then(([view]) => view),
    );
  }

  #openSample(id: string, first: Promise<FirstView | null> | null): Promise<void> {
    return this.work.run('reading', async (signal, onprogress) => {
      this.engine.warm();
      await this.#settled(signal);
      const company = (await sampleCatalog()).find((one) => one.id === id);
      if (!company) throw new AppError('sample-unknown', { id });
      const shown = first?.then((view) => (view && !signal.aborted ? this.#standIn(company, view) : null));
      try {
        const files = await sampleFiles(company);
        await shown;
        const found = await this.files.inspect(files, signal, onprogress);
        const replaced = this.tables.inspected;
        this.startAfresh(files);
        this.tables.add(found);
        for (const table of found) this.tables.choose(table, sampleRoles(company, table));
        this.sample = company;
        await this.count(signal, onprogress);
        this.keeping.leave();
        await this.files.forgetOthers(found, replaced);
      } catch (error) {
        const report = await shown;
        if (report && this.report === report) this.#dropStandIn();
        throw error;
      }
    });
  }

  #standIn(company: SampleCompany, view: FirstView): LoadReport {
    this.engine.standIn(view);
    this.sample = company;
    this.report = view.report;
    this.standsIn = true;
    return view.report;
  }
  /** A report whose files were not read after all has nothing behind it. */
  #dropStandIn(): void {
    if (!this.standsIn) return;
    this.standsIn = false;
    this.report = null;
    this.sample = null;
    this.engine.takeOver();
  }

  /**
   * Opens a kept workspace, in place of what was there.
   * @param address what an address says of the view goes before what was kept; null shows it as it was kept
   */
  openKept(id: string, address: View | null = null): Promise<void> {
    return this.work.run('loading', async (signal, onprogress) => {
      await this.#settled(signal);
      const { entry, session, report } = await this.engine.call('openWorkspace', { id }, { signal, onprogress });
      this.startAfresh([]);
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

  /** Validates what was brought as it is now mapped; the files are not read again. */
  load(): Promise<void> {
    return this.work.run('loading', (signal, onprogress) => this.count(signal, onprogress));
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
    this.work.cancel();
    this.console.forget();
    this.database.end();
    this.engine.end();
    this.#dropStandIn();
    this.startAfresh([]);
    this.report = null;
    this.error = null;
    this.status = 'empty';
    await Promise.resolve();
  }

  /** Validates what was brought as it is now mapped, and shows what comes of it. */
  async count(signal: AbortSignal, onprogress: (progress: Progress) => void): Promise<void> {
    const name = this.sample?.name ?? this.keeping.nameOr(nameOfFiles(this.tables.inspected));
    this.status = 'loading';
    const report = await this.engine.call('load', this.#request(name), { signal, onprogress });
    const isOther = this.report?.name !== report.name;
    const { changed } = this.tables;
    this.tables.loaded(report.wonDeals);
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

  #request(name: string): Parameters<EngineApi['load']>[0] {
    const choices = this.tables.choices.filter(({ roles }) => roles.length > 0);
    const { treatments, timeZone } = this.tables;
    return { name, choices, until: this.until, treatments, timeZone, unify: this.unification.choices };
  }

  /** What is open is kept before something else takes its place; a cancel in the meantime counts. */
  async #settled(signal: AbortSignal): Promise<void> {
    await this.keeping.settled();
    throwIfStopped(signal);
  }

  #show(report: LoadReport): void {
    this.standsIn = false;
    this.engine.takeOver();
    this.filters.keepKnown(report.facets);
    this.report = report;
    this.revision++;
    this.status = 'ready';
    void this.database.refillWhenQuiet();
  }

  /** Other decisions about customers: facts and database are made anew, the files are not checked again. */
  #unify(choices: UnifyChoices): Promise<void> {
    return this.work.run('loading', async (signal, onprogress) => {
      this.#show(await this.engine.call('unify', { choices }, { signal, onprogress }));
      this.unification.choices = choices;
    });
  }

  snapshot(): () => void {
    this.#dropStandIn();
    const { sample, until } = this;
    const { held } = this.files;
    const { open } = this.arrivals;
    const tables = this.tables.snapshot();
    return () => {
      this.tables.restore(tables);
      this.arrivals.open = open;
      this.sample = sample;
      this.files.held = held;
      this.until = until;
    };
  }

  rest(): void {
    this.files.rest();
  }

  /** A dead worker has lost the columns: the files are still in the user's hands, and are read again. */
  async revive(): Promise<void> {
    this.engine.end();
    this.database.end();
    this.arrivals.clear();
    const { current, status } = this.keeping;
    if (current && status === 'kept') return this.openKept(current.id);
    if (!this.report || this.files.held.length === 0) return;
    const { name } = this.report;
    try {
      await this.engine.call('inspect', { files: this.files.held });
      for (const { id, shapes } of this.tables.inspected)
        if (shapes.length > 0) await this.engine.call('reshape', { table: id, shapes });
      this.report = await this.engine.call('load', this.#request(name));
      this.#show(this.report);
      if (!this.sample) this.keeping.loaded(true, nameOfFiles(this.tables.inspected));
    } catch (error) {
      this.report = null;
      this.status = 'failed';
      this.error = asAppError(error);
    }
  }

  /** Lets go of what was brought, and has these files in hand. */
  startAfresh(files: readonly NamedBlob[]): void {
    this.tables.clear();
    this.arrivals.clear();
    this.asking.clear();
    this.files.held = files;
    this.sample = null;
    this.until = null;
    this.unification.forget();
  }
}
