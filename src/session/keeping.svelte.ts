import { DEFAULT_RULES, type WorkspaceRules } from '../domain/rhythm';
import type { KeepRequest } from '../bridge/workspace-protocol';
import { asAppError, type AppError } from '../domain/errors';
import type { KeptSession, KeptTables, WorkspaceEntry, WorkspaceList } from '../domain/kept';
import type { EngineLink } from './engine-link.svelte';
import type { Settings } from './settings.svelte';
import { keptTables, nameOfFiles } from './readings';
import type { SessionStore } from './store.svelte';
import { forgetStored, readOpen, rememberOpen } from './stored';
import { WorkspaceLock, type Message } from './workspace-lock';

/**
 * `none`: nothing of the user's own is open. `failed`: this browser did not take it. `elsewhere`: another tab keeps it, this one
 * reads. `removed`: its kept copy was deleted while it was open here.
 */
export type KeepStatus = 'none' | 'keeping' | 'kept' | 'failed' | 'elsewhere' | 'removed';

/** Filters and options change with every gesture: only those at rest are worth a write. */
const REST_MILLISECONDS = 800;
const QUIET_MILLISECONDS = 150;
const LONGEST_NAME = 120;

/** Keeps the workspace that is open, by itself, and knows what else is kept in this browser. */
export class Keeping {
  list = $state.raw<WorkspaceList | null>(null);
  /** The workspace that is open, as it was last kept. */
  current = $state.raw<WorkspaceEntry | null>(null);
  status = $state<KeepStatus>('none');
  error = $state.raw<AppError | null>(null);
  #id: string | null = null;
  #loaded: { tables: KeptTables; until: KeptSession['until']; rules: WorkspaceRules; name: string } | null = null;
  #columnsWait = false;
  #sessionWaits = false;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The session as it was last kept. */
  #kept = '';
  readonly #lock = new WorkspaceLock(
    (message) => this.#hear(message),
    () => this.#overtaken(),
  );

  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
  ) {}

  /** The workspace that this tab, or else this browser, had open the last time. */
  get remembered(): string | null {
    return readOpen();
  }
  /** What the open workspace is called, if the user has said so. */
  nameOr(name: string): string {
    return this.current && this.current.name !== this.#loaded?.name ? this.current.name : shortened(name);
  }

  async refresh(): Promise<void> {
    this.list = await this.engine.call('workspaces', null);
  }

  /** Once the charts have their figures: what is kept, after leftovers of writes that were cut off are swept. */
  async lookAround(): Promise<void> {
    await this.engine.idle();
    if (this.list === null) await this.refresh().catch(() => undefined);
  }

  /** The user's own files were counted: they are kept once the charts have their figures. */
  loaded(columnsChanged: boolean, name: string): void {
    const wasNamed = this.current !== null && this.current.name !== this.#loaded?.name;
    const { tables, until, rules } = this.store.session;
    this.#loaded = { tables: keptTables(tables), until, rules, name: wasNamed ? '' : shortened(name) };
    this.#sessionWaits = true;
    if (columnsChanged) this.#columnsWait = true;
    this.#id ??= newId();
    if (this.status !== 'elsewhere' && this.status !== 'removed') void this.#keepWhenQuiet();
  }

  /** A kept workspace was opened, and is this tab's to keep unless another one has it. */
  async opened(entry: WorkspaceEntry, session: KeptSession): Promise<void> {
    this.leave();
    this.#id = entry.id;
    this.current = entry;
    const rules = session.decisions.rules ?? DEFAULT_RULES;
    this.#loaded = { tables: session.tables, until: session.until, rules, name: '' };
    const auto = shortened(nameOfFiles(session.tables.inspected));
    if (entry.name === auto) this.#loaded.name = auto;
    this.#kept = JSON.stringify(session);
    this.status = (await this.#lock.hold(entry.id)) ? 'kept' : 'elsewhere';
    rememberOpen(entry.id);
  }

  /** What is open is not the user's own, or nothing is. What is kept stays. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#lock.release();
    this.#id = null;
    this.#loaded = null;
    this.#columnsWait = this.#sessionWaits = false;
    this.#kept = '';
    this.current = null;
    this.status = 'none';
    this.error = null;
    rememberOpen(null);
  }

  /** The filter, options and choices in view are kept when they rest. Call within a component. */
  follow(): void {
    $effect(() => {
      const text = this.current && this.status === 'kept' ? JSON.stringify(this.#session()) : this.#kept;
      clearTimeout(this.#timer);
      if (text === this.#kept) return;
      this.#timer = setTimeout(() => {
        this.#sessionWaits = true;
        void this.#keepWhenQuiet();
      }, REST_MILLISECONDS);
    });
  }

  /** When no write is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async rename(entry: WorkspaceEntry, name: string): Promise<void> {
    const renamed = await this.engine.call('renameWorkspace', { id: entry.id, name: shortened(name) });
    if (renamed.id === this.#id) {
      this.current = renamed;
      this.store.dispatch({ type: 'renamed', name: renamed.name });
    }
    await this.#told({ kind: 'changed' });
  }
  async duplicate(entry: WorkspaceEntry, name: string): Promise<void> {
    await this.engine.call('duplicateWorkspace', { id: entry.id, name: shortened(name) });
    await this.#told({ kind: 'changed' });
  }
  exported(entry: WorkspaceEntry): Promise<Blob> {
    return this.engine.call('exportWorkspace', { id: entry.id });
  }
  /** Takes in an exported workspace. */
  async imported(file: File): Promise<WorkspaceEntry> {
    const entry = await this.engine.call('importWorkspace', { name: file.name, blob: file });
    await this.#told({ kind: 'changed' });
    return entry;
  }
  async remove(id: string): Promise<void> {
    await this.engine.call('deleteWorkspace', { id });
    this.#lock.tell({ kind: 'removed', id });
    await this.#told({ kind: 'changed' });
  }

  /** Deletes every workspace, and all that is remembered; the application's own files, which work offline, stay. */
  async clearAll(): Promise<void> {
    await this.settled();
    this.leave();
    await this.engine.call('clearWorkspaces', null);
    this.#lock.tell({ kind: 'cleared' });
    forgetStored();
    this.settings.forget();
    this.list = { place: this.list?.place ?? null, entries: [], refused: [] };
  }

  /** Tries again what the browser did not take, or keeps anew what was deleted. */
  async again(): Promise<void> {
    if (this.status === 'removed') this.#asNew();
    this.#columnsWait = true;
    await this.#keepWhenQuiet();
  }

  /**
   * From now on this tab keeps the workspace; what was changed here becomes a copy, where another tab has kept something since.
   * @returns the workspace to open, where another has kept something since and nothing was changed here
   */
  async takeOver(): Promise<string | null> {
    const id = this.#id!;
    await this.#lock.takeOver(id);
    await this.refresh();
    const newest = this.list?.entries.find((entry) => entry.id === id);
    if (newest && newest.revision === this.current?.revision) {
      this.status = 'kept';
      if (this.#columnsWait || this.#sessionWaits) await this.#keepWhenQuiet();
    } else if (newest && !this.#columnsWait) {
      this.#lock.release();
      return id;
    } else {
      this.#asNew();
      await this.#keepWhenQuiet();
    }
    return null;
  }

  #asNew(): void {
    this.#lock.release();
    this.#id = newId();
    this.current = null;
    this.#columnsWait = true;
    this.status = 'keeping';
  }

  #session(): KeptSession {
    const { filter, options, choices, unify } = this.store;
    const { tables, until, rules } = this.#loaded!;
    return {
      tables,
      until,
      view: { filter, options, choices },
      decisions: { unify, rules },
    };
  }

  #keepWhenQuiet(): Promise<void> {
    this.#running ??= this.#keepAll().finally(() => (this.#running = null));
    return this.#running;
  }

  /** One write at a time, until nothing waits. */
  async #keepAll(): Promise<void> {
    this.error = null;
    while (this.#id !== null && (this.#columnsWait || this.#sessionWaits)) {
      if (this.#columnsWait) this.status = 'keeping';
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
      await this.engine.idle();
      if (this.#id === null || this.status === 'elsewhere') return;
      try {
        await this.#keepOnce(this.#id);
      } catch (error) {
        this.#failed(error);
        return;
      }
    }
  }

  async #keepOnce(id: string): Promise<void> {
    const columns = this.#columnsWait || this.current === null;
    const generation = columns ? this.store.generation : null;
    const session = this.#session();
    const name = this.#loaded!.name;
    const isNew = name !== '' && name !== this.current?.name;
    this.#columnsWait = this.#sessionWaits = false;
    try {
      if (this.current === null && !(await this.#lock.hold(id))) return this.#overtaken();
      const request: KeepRequest = { id, revision: this.current?.revision ?? null, session, generation };
      const entry = await this.engine.call('keep', { ...request, ...(isNew ? { name } : {}) });
      if (this.#id !== id || !entry) return;
      this.current = entry;
      this.#kept = JSON.stringify(session);
      this.status = 'kept';
      rememberOpen(id);
      await this.#told({ kind: 'changed' });
    } catch (error) {
      this.#columnsWait ||= columns;
      this.#sessionWaits = true;
      throw error;
    }
  }

  #failed(error: unknown): void {
    const { code } = asAppError(error);
    if (this.#id === null) return;
    // Ended on purpose: who ended it reads the files anew, and they are kept then.
    if (code === 'worker-ended') return void (this.status = this.current ? 'kept' : 'none');
    if (code === 'workspace-overtaken') return this.#overtaken();
    if (code === 'workspace-gone') return this.#removed();
    this.status = 'failed';
    this.error = asAppError(error);
  }
  #overtaken(): void {
    if (this.#id !== null) this.status = 'elsewhere';
  }
  #removed(): void {
    this.#lock.release();
    this.status = 'removed';
    this.current = null;
    rememberOpen(null);
  }

  #hear(message: Message): void {
    if (message.kind === 'changed' && this.list !== null) void this.refresh().catch(() => undefined);
    if (message.kind === 'give' && message.id === this.#id) void this.#give();
    if (message.kind === 'cleared' || (message.kind === 'removed' && message.id === this.#id)) {
      if (this.#id !== null && this.current) this.#removed();
    }
    if (message.kind === 'cleared' && this.list) this.list = { ...this.list, entries: [], refused: [] };
  }
  async #give(): Promise<void> {
    await this.#running;
    this.#overtaken();
    this.#lock.release();
  }
  async #told(message: Message): Promise<void> {
    this.#lock.tell(message);
    if (this.list !== null) await this.refresh();
  }
}

const shortened = (name: string): string => {
  const trimmed = name.trim();
  return trimmed.length > LONGEST_NAME ? `${trimmed.slice(0, LONGEST_NAME - 1)}…` : trimmed;
};
const newId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36).padStart(7, '0')).join('');
