import type { WorkspaceRules } from '../domain/rhythm';
import type { Day } from '../domain/calendar';
import type { Progress } from '../domain/import';
import { reportOf, type LoadAnswers } from '../domain/load-answers';
import type { Role } from '../domain/roles';
import {
  decide,
  undo,
  type Decision,
  type Preference,
  type RecordName,
  type UnifyChoices,
} from '../domain/unification';
import type { Bringing } from './bringing';
import type { Database } from './database.svelte';
import type { EngineLink } from './engine-link.svelte';
import type { LoadEvent } from './events';
import type { Keeping } from './keeping.svelte';
import { nameOfFiles } from './readings';
import { rememberTables } from './recall';
import type { Settings } from './settings.svelte';
import type { SessionStore } from './store.svelte';
import type { TreatmentChange } from './tables';
import type { Work } from './work.svelte';

/** Counts what was brought as it is read now, and shows what comes of it. */
export class Loading {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
    private readonly bringing: Bringing,
    private readonly database: Database,
    private readonly keeping: Keeping,
    private readonly work: Work,
  ) {}

  /** Validates what was brought as it is now mapped; the files are not read again. */
  load(): Promise<void> {
    return this.work.run('loading', (signal, onprogress) => this.count(signal, onprogress));
  }

  /** Treats the rows of a role otherwise, and counts again. */
  treat(role: Role, change: TreatmentChange): Promise<void> {
    return this.#countWith(() => this.store.dispatch({ type: 'treated', role, change }));
  }

  setUntil(until: Day | null): Promise<void> {
    return this.#countWith(() => this.store.dispatch({ type: 'until-chosen', until }));
  }

  /** Tells periods or leaving otherwise, in every figure. */
  setRules(rules: Partial<WorkspaceRules>): Promise<void> {
    return this.#countWith(() => this.store.dispatch({ type: 'rules-chosen', rules }));
  }

  /** Where it cannot be counted so, it is as it was. */
  #countWith(change: () => void): Promise<void> {
    return this.work.run('loading', (signal, onprogress) => {
      change();
      return this.count(signal, onprogress);
    });
  }

  /**
   * Within a piece of work. Where the tables are to be brought into the forms that are suggested and cannot be counted then, they
   * stay, for somebody to say how they are to be read.
   */
  async count(
    signal: AbortSignal,
    onprogress: (progress: Progress) => void,
    forms: LoadAnswers['forms'] = {},
  ): Promise<void> {
    this.store.dispatch({ type: 'load-begun' });
    const { sample, isOwn, tables } = this.store.session;
    const name = (!isOwn && sample?.name) || this.keeping.nameOr(nameOfFiles(tables.inspected));
    const brought = await this.bringing.count(name, forms, { signal, onprogress });
    if (brought.kind === 'asks') return this.store.dispatch({ type: 'asking-begun' });
    if (brought.kind === 'refused') this.store.dispatch({ type: 'checkpoint' });
    this.show({ type: 'loaded', report: reportOf(brought) });
    if (!isOwn) return;
    rememberTables(this.settings, this.store.session.tables);
    this.keeping.loaded(tables.changed, nameOfFiles(tables.inspected));
  }

  /** Figures have come: from here on the engine answers for them. */
  show(event: LoadEvent): void {
    this.engine.takeOver();
    this.store.dispatch(event);
    void this.database.refillWhenQuiet();
  }

  decide(says: Decision['says'], one: RecordName, other: RecordName): Promise<void> {
    const { decisions } = this.store.session.unify;
    return this.#unify({ decisions: decide(decisions, { says, one: named(one), other: named(other) }) });
  }
  undoDecision(one: RecordName, other: RecordName): Promise<void> {
    return this.#unify({ decisions: undo(this.store.session.unify.decisions, { one, other }) });
  }
  prefer(preference: Preference, preferred: string | null): Promise<void> {
    return this.#unify({ preference, preferred });
  }

  /** Other decisions about customers: facts and database are made anew, the files are not checked again. */
  #unify(changed: Partial<UnifyChoices>): Promise<void> {
    const choices = { ...this.store.session.unify, ...changed };
    return this.work.run('loading', async (signal, onprogress) => {
      const report = await this.engine.call('unify', { choices }, { signal, onprogress });
      this.show({ type: 'unified', choices, report });
    });
  }
}

/** Without what a record shown on the page carries besides. */
const named = ({ source, key }: RecordName): RecordName => ({ source, key });
