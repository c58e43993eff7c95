import { DEFAULT_RULES } from '../domain/rhythm';
import type { FirstView } from '../bridge/first-view';
import { AppError, asAppError } from '../domain/errors';
import type { InspectedTable, Progress } from '../domain/import';
import { NO_LOAD_ANSWERS, reportOf, type LoadAnswers } from '../domain/load-answers';
import { sampleAnswers, type SampleCompany } from '../domain/sample-company';
import { NO_CHOICES } from '../domain/unification';
import { answersOf } from './bringing';
import type { Database } from './database.svelte';
import type { EngineLink } from './engine-link.svelte';
import type { Keeping } from './keeping.svelte';
import { viewOver } from './kept-view';
import type { Loading } from './loading';
import { nameOfFiles } from './readings';
import { FIRST_SAMPLE, firstView, sampleCatalog, sampleFiles, type NamedBlob } from './samples';
import type { Arrival } from './sort-arrivals';
import type { SqlConsole } from './sql-console.svelte';
import type { SessionStore } from './store.svelte';
import { addTables, chooseRoles, NO_TABLES, NOTHING_RECALLED, reopenTables, type Tables } from './tables';
import type { View } from './view-code';
import { throwIfStopped, type Work } from './work.svelte';

/** Opens a workspace in place of what was there, and lets go of it. */
export class Opening {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly database: Database,
    private readonly console: SqlConsole,
    private readonly keeping: Keeping,
    private readonly work: Work,
    private readonly loading: Loading,
  ) {}

  /** Opens one of the companies that come with the product, in place of what was there. */
  openSample(id: string): Promise<void> {
    return this.#openSample(id, null);
  }

  /**
   * The first sample, for a visitor without files: its first page is there before its files are read.
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
      this.engine.startWorker();
      await this.#settled(signal);
      const sample = (await sampleCatalog()).find((one) => one.id === id);
      if (!sample) throw new AppError('sample-unknown', { id });
      const shown = first?.then((view) => (view && !signal.aborted ? this.#prerender(sample, view) : undefined));
      try {
        const files = await sampleFiles(sample);
        await shown;
        await this.#loadSample(sample, files, signal, onprogress);
      } finally {
        // A view that came after a failure would stand over it.
        await shown;
      }
    });
  }

  /** The sample's name and its figures come together: until then what was in view stands under its own. */
  async #loadSample(
    sample: SampleCompany,
    files: readonly NamedBlob[],
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    const control = { signal, onprogress };
    const { tables } = await this.engine.call('bring', { files, answers: NO_LOAD_ANSWERS, count: false }, control);
    throwIfStopped(signal);
    this.store.dispatch({ type: 'load-begun' });
    const answers = sampleAnswers(sample, tables);
    const report = reportOf(await this.engine.call('bring', { files: [], answers, count: true }, control));
    this.loading.show({ type: 'sample-opened', sample, files, tables: sampleTables(answers, tables), report });
    this.keeping.leave();
  }

  #prerender(sample: SampleCompany, view: FirstView): void {
    this.engine.answerFrom(view);
    this.store.dispatch({ type: 'prerendered', sample, report: view.report });
  }

  /**
   * Opens a kept workspace, in place of what was there.
   * @param address what an address says of the view goes before what was kept; null shows it as it was kept
   */
  openKept(id: string, address: View | null = null): Promise<void> {
    return this.work.run('loading', async (signal, onprogress) => {
      await this.#settled(signal);
      const { entry, session, report } = await this.engine.call('openWorkspace', { id }, { signal, onprogress });
      this.loading.show({
        type: 'workspace-opened',
        tables: reopenTables(session.tables),
        until: session.until,
        unify: session.decisions.unify ?? NO_CHOICES,
        rules: session.decisions.rules ?? DEFAULT_RULES,
        view: viewOver(session.view, address, report),
        report,
      });
      await this.keeping.opened(entry, session);
    });
  }

  /** From now on this tab keeps the workspace; what another has kept of it since is opened. */
  async takeOver(): Promise<void> {
    const newer = await this.keeping.takeOver();
    if (newer !== null) await this.openKept(newer);
  }

  /** Forgets everything, kept workspaces and remembered choices too. */
  async forgetAll(): Promise<void> {
    try {
      await this.keeping.clearAll();
    } catch (error) {
      this.store.dispatch({ type: 'error-shown', error: asAppError(error) });
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
    this.engine.takeOver();
    this.store.dispatch({ type: 'cleared' });
    await Promise.resolve();
  }

  /** A dead worker has lost the columns: the files are still in the user's hands, and are read again. */
  async revive(): Promise<void> {
    this.engine.end();
    this.database.end();
    this.store.dispatch({ type: 'arrivals-answered', arrivals: this.store.session.arrivals });
    const { current, status } = this.keeping;
    if (current && status === 'kept') return this.openKept(current.id);
    const { session } = this.store;
    if (!session.report || session.files.length === 0) return;
    const { name } = session.report;
    try {
      const request = { files: session.files, answers: answersOf(session, { name }), count: true };
      this.loading.show({ type: 'loaded', report: reportOf(await this.engine.call('bring', request)) });
      if (session.isOwn) this.keeping.loaded(true, nameOfFiles(session.tables.inspected));
    } catch (error) {
      this.store.dispatch({ type: 'data-lost', error: asAppError(error) });
    }
  }

  /**
   * Has the engine let go of all tables but those that are here.
   * @param coming files that are about to be here
   */
  async hold(coming: readonly Arrival[] = []): Promise<void> {
    const { tables, arrivals } = this.store.session;
    const waiting = [...arrivals, ...coming].flatMap((arrival) => arrival.tables.map(({ id }) => id));
    await this.engine.call('hold', { tables: tables.inspected.map(({ id }) => id), waiting });
  }

  /** What is open is kept before something else takes its place; a cancel in the meantime counts. */
  async #settled(signal: AbortSignal): Promise<void> {
    await this.keeping.settled();
    throwIfStopped(signal);
  }
}

/** A sample's tables, read as its author says. */
const sampleTables = (answers: LoadAnswers, found: readonly InspectedTable[]): Tables =>
  found.reduce(
    (tables, table) => chooseRoles(tables, table, answers.tables.roles[table.id]),
    addTables(NO_TABLES, found, NOTHING_RECALLED),
  );
