import { AppError, asAppError } from '../domain/errors';
import type { Encoding } from '../domain/encodings';
import type { InspectedTable, Progress } from '../domain/import';
import type { Brought } from '../domain/load-answers';
import { isParcel } from '../domain/kept';
import type { TableForm } from '../domain/table-form';
import { joinedTo } from '../domain/tables-in-view';
import type { TimeZone } from '../domain/time-zone';
import { treatmentsOf } from '../domain/treatment';
import type { BringControl, Bringing } from './bringing';
import type { EngineLink } from './engine-link.svelte';
import type { Keeping } from './keeping.svelte';
import type { Loading } from './loading';
import type { Opening } from './opening';
import { applyForms, inEncoding, readAsBefore, takePlace, wantedEncodings } from './read-anew';
import { chosenReadings, haveRoles, isUnread, mustAsk } from './readings';
import { recallTables } from './recall';
import { rolesIn } from './remembered-mapping';
import type { NamedBlob } from './samples';
import type { Session } from './session';
import type { Settings } from './settings.svelte';
import { namedApart, renamed, sortArrivals, type Arrival } from './sort-arrivals';
import type { SessionStore } from './store.svelte';
import { NO_TABLES, type Tables } from './tables';
import { throwIfStopped, type Work } from './work.svelte';

/** Files are brought, read, read anew, let go. */
export class Files {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
    private readonly work: Work,
    private readonly bringing: Bringing,
    private readonly loading: Loading,
    private readonly keeping: Keeping,
    private readonly opening: Opening,
  ) {}

  get #session(): Session {
    return this.store.session;
  }
  get #tables(): Tables {
    return this.store.session.tables;
  }

  /** Reads the user's own files. A sample company makes room for them; own files stand beside earlier ones. */
  async add(brought: readonly File[]): Promise<void> {
    const files = await this.#openParcels(brought);
    if (files.length === 0) return;
    const added = files.map((file): NamedBlob => ({ name: file.name, blob: file }));
    const { coming } = this.#session;
    const named = [...coming.filter(({ name }) => added.every((one) => one.name !== name)), ...added];
    this.store.dispatch({ type: 'files-coming', files: named });
    await this.work.run('reading', async (signal, onprogress) => {
      const apart = namedApart(named, this.#namesHere());
      const beside = this.#session.isOwn ? this.#tables : NO_TABLES;
      const read = (some: readonly NamedBlob[]) => this.#read(some, beside, { signal, onprogress });
      const { files: held, found, advice } = await readAsBefore(apart, read, this.settings);
      const isIn = this.#takeIn(named, held, found);
      if (!isIn) return;
      this.bringing.recall(advice);
      await this.#loadOrAsk(signal, onprogress);
    });
  }

  /** A stop that came when the answer was on its way counts: what has taken over reads the same files again. */
  async #read(files: readonly NamedBlob[], beside: Tables, control: BringControl): Promise<Brought> {
    const brought = await this.bringing.read(files, beside, control);
    throwIfStopped(control.signal);
    return brought;
  }

  /**
   * Takes files that were read into view, but for those of which somebody must say first what they are to the others.
   * @param named as they came, in the order of `held`
   * @returns whether there are any
   */
  #takeIn(named: readonly NamedBlob[], held: readonly NamedBlob[], found: readonly InspectedTable[]): boolean {
    const { isOwn, tables } = this.#session;
    const beside = isOwn ? tables : NO_TABLES;
    const came = held.map((file, at) => ({ file, name: named[at].name }));
    const { added, asked } = sortArrivals(came, found, beside.inspected);
    if (added.length > 0)
      this.store.dispatch({
        type: 'files-brought',
        files: held.filter(({ name }) => added.some(({ file }) => file === name)),
        tables: added,
        recalled: recallTables(this.settings, added),
      });
    this.store.dispatch({ type: 'files-waiting', arrivals: asked });
    return added.length > 0;
  }

  /** Takes in files that waited for a word: beside those that are here, or in the place of those they are like. */
  async accept(arrivals: readonly Arrival[], how: 'add' | 'replace'): Promise<void> {
    const models = chosenReadings(this.#tables);
    const like = arrivals.flatMap((arrival) => arrival.like);
    const gone = how === 'replace' ? this.#tables.inspected.filter(({ file }) => like.includes(file)) : [];
    const ids = gone.map(({ id }) => id);
    this.store.dispatch({ type: 'arrivals-answered', arrivals });
    this.store.dispatch({ type: 'tables-forgotten', tables: ids, files: gone.map(({ file }) => file) });
    if (ids.length > 0) await this.opening.hold(arrivals);
    for (const { file, name, tables } of arrivals) {
      const isFree = !this.#tables.inspected.some((table) => table.file === name);
      const called = isFree ? name : file.name;
      if (called !== file.name) await this.engine.call('rename', { from: file.name, to: called });
      const added = tables.map((table) => renamed(table, called));
      const recalled = recallTables(this.settings, added);
      const held = { name: called, blob: file.blob };
      this.store.dispatch({ type: 'file-accepted', file: held, tables: added, recalled, models });
    }
    return this.work.run('loading', (signal, onprogress) => this.#loadOrAsk(signal, onprogress));
  }

  /** Files that waited for a word are not wanted. */
  async leaveOut(arrivals: readonly Arrival[]): Promise<void> {
    this.store.dispatch({ type: 'arrivals-answered', arrivals });
    await this.opening.hold();
  }

  /** Where they cannot be counted, the files stay, for somebody to say how they are to be read. */
  #loadOrAsk(signal: AbortSignal, onprogress: (progress: Progress) => void): Promise<void> {
    return this.loading.count(signal, onprogress, 'suggested');
  }

  /** Names of files that a new one of the same name would push aside. */
  #namesHere(): string[] {
    const { arrivals, isOwn, tables } = this.#session;
    const waiting = arrivals.map(({ file }) => file.name);
    return isOwn ? [...tables.inspected.map(({ file }) => file), ...waiting] : waiting;
  }

  /** Exported workspaces among what was brought are taken in, and the last is opened if it came alone. The files that are left. */
  async #openParcels(brought: readonly File[]): Promise<readonly File[]> {
    const parcels = await Promise.all(brought.map((file) => isParcel(file)));
    const files = brought.filter((_, at) => !parcels[at]);
    let last: string | null = null;
    try {
      for (const [at, file] of brought.entries()) if (parcels[at]) last = (await this.keeping.imported(file)).id;
    } catch (error) {
      this.store.dispatch({ type: 'error-shown', error: asAppError(error) });
      return [];
    }
    if (last !== null && files.length === 0) await this.opening.openKept(last);
    return files;
  }

  /** Reads a file that is here once more, its letters in another encoding, and counts anew. */
  readIn(table: InspectedTable, encoding: Encoding): Promise<void> {
    return this.work.run('reading', async (signal, onprogress) => {
      await this.#readAnew(table.file, encoding, signal, onprogress);
      await this.#loadOrAsk(signal, onprogress);
    });
  }
  async #readAnew(
    name: string,
    encoding: Encoding,
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
  ): Promise<void> {
    const held = this.#session.files.find((file) => file.name === name);
    if (!held) return;
    const file = inEncoding(held, encoding, this.#tables);
    const [beside] = namedApart([file], this.#namesHere());
    const { tables } = await this.#read([beside], NO_TABLES, { signal, onprogress });
    await takePlace(tables, name, this.store, this.engine, this.settings, this.bringing);
    this.store.dispatch({ type: 'file-recoded', file });
    this.settings.rememberEncoding(file.guessedHeader ?? [], encoding);
  }

  /**
   * Reads files, tables and columns as a mapping file says, which the headless report reads too. What it does not name stays as
   * it is.
   */
  async applyMapping(file: File): Promise<void> {
    this.store.dispatch({ type: 'error-dismissed' });
    try {
      const request = { name: file.name, text: await file.text() };
      const { mapping, forms, treatments, timeZone } = await this.engine.call('readMapping', request);
      if (!(await this.#readAsIn(forms))) return;
      const shaped = await applyForms(forms, this.store, this.bringing);
      const filled = this.#fill(mapping);
      if (shaped.length + filled === 0) throw new AppError('mapping-fits-nothing', { file: file.name });
      for (const { role, treatment } of treatmentsOf(treatments))
        this.store.dispatch({ type: 'treated', role, change: treatment });
      const unmoved = this.#moveTo(timeZone);
      if (this.#session.status === 'asking' && !mustAsk(this.#tables)) await this.loading.load();
      if (unmoved.length > 0 && this.#session.error === null)
        throw new AppError('times-not-moved', { file: file.name, zone: timeZone, tables: unmoved });
    } catch (error) {
      this.store.dispatch({ type: 'error-shown', error: asAppError(error) });
    }
  }

  /**
   * Moves times to a zone that a mapping file names. Those of a kept workspace stay where they were moved to then, and all others
   * with them: days of one zone are not counted beside those of another.
   * @returns the tables for whose sake nothing was moved
   */
  #moveTo(zone: TimeZone | null): string[] {
    const tables = this.#tables;
    if (zone === null || zone === tables.timeZone) return [];
    const unread = tables.inspected.filter((table) => isUnread(tables, table));
    if (unread.length === 0) this.store.dispatch({ type: 'time-zone-chosen', zone });
    return unread.map(({ id }) => id);
  }

  /** A mapping file fills the roles whose columns a table has. How many tables it fits. */
  #fill(mapping: Parameters<typeof rolesIn>[0]): number {
    const tables = this.#tables;
    const fitting = tables.inspected.flatMap((table) => {
      const roles = isUnread(tables, table) || joinedTo(tables, table.id) ? [] : rolesIn(mapping, table);
      return roles.length > 0 ? [{ table, roles }] : [];
    });
    for (const { table, roles } of fitting) this.store.dispatch({ type: 'roles-chosen', table, roles });
    return fitting.length;
  }

  /** Files that the forms would have in another encoding are read anew. False where that failed or was stopped. */
  async #readAsIn(forms: readonly TableForm[]): Promise<boolean> {
    const wanted = wantedEncodings(forms, this.#tables).filter(({ table }) => canReadAnew(this.#session, table));
    if (wanted.length === 0) return true;
    await this.work.run('reading', async (signal, onprogress) => {
      for (const { table, encoding } of wanted) await this.#readAnew(table.file, encoding, signal, onprogress);
    });
    return this.#session.error === null && !this.work.stopped;
  }

  async forget(ids: readonly string[]): Promise<void> {
    this.store.dispatch({ type: 'tables-forgotten', tables: ids, files: [] });
    if (this.#tables.inspected.length === 0) return this.opening.clear();
    await this.opening.hold();
    if (haveRoles(this.#tables) && !mustAsk(this.#tables)) await this.loading.load();
    else this.store.dispatch({ type: 'asking-begun' });
  }
}

/** Whether this tab holds the file of a table, so that it can be read in another encoding. */
export const canReadAnew = ({ isOwn, tables, files }: Session, table: InspectedTable): boolean =>
  isOwn && !isUnread(tables, table) && files.some(({ name }) => name === table.file);
