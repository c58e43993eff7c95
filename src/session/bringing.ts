import type { Progress } from '../domain/import';
import type { Brought, LoadAnswers } from '../domain/load-answers';
import type { TableAdvice } from '../domain/questions';
import type { EngineLink } from './engine-link.svelte';
import { rolesOf, saidOfTables, isUnread } from './readings';
import { recallJoins } from './recall';
import type { NamedBlob } from './samples';
import type { Session } from './session';
import type { Settings } from './settings.svelte';
import type { SessionStore } from './store.svelte';
import { declinedForms } from './suggested-shapes';
import type { Tables } from './tables';

export interface BringControl {
  readonly signal: AbortSignal;
  readonly onprogress: (progress: Progress) => void;
}

/** What was said of the tables by now. */
export function answersOf(
  { tables, until, unify, rules }: Pick<Session, 'tables' | 'until' | 'unify' | 'rules'>,
  { name = '', forms = {} }: Partial<Pick<LoadAnswers, 'name' | 'forms'>> = {},
): LoadAnswers {
  const { inspected, roles, leftOut, answers: columns, treatments, timeZone } = tables;
  // The engine has no guess of a table that was not read anew.
  const unread = inspected.filter((table) => isUnread(tables, table));
  const kept = Object.fromEntries(unread.map((table) => [table.id, rolesOf(tables, table)]));
  return {
    name,
    tables: { inspected: inspected.map(({ id, shapes }) => ({ id, shapes })), roles: { ...roles, ...kept }, leftOut },
    forms,
    declined: declinedForms(tables.shapes),
    said: saidOfTables(tables),
    columns,
    treatments,
    timeZone,
    unify,
    until,
    rules,
  };
}

/** Has the engine read files and bring the tables in view into form, and takes what comes of it into view. */
export class Bringing {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
  ) {}

  /** Only reads files, for tables that are to stand beside others. */
  read(files: readonly NamedBlob[], beside: Tables, control: BringControl): Promise<Brought> {
    const answers = answersOf({ ...this.store.session, tables: beside }, { forms: 'suggested' });
    return this.engine.call('bring', { files, answers, count: false }, control);
  }

  /** Brings the tables in view into other forms; what was counted stands. */
  async form(forms: LoadAnswers['forms']): Promise<void> {
    await this.#bring({ forms }, false);
  }

  /** Brings the tables in view into form and counts them. */
  count(name: string, forms: LoadAnswers['forms'], control: BringControl): Promise<Brought> {
    return this.#bring({ name, forms }, true, control);
  }

  async #bring(
    said: Partial<Pick<LoadAnswers, 'name' | 'forms'>>,
    count: boolean,
    control?: BringControl,
  ): Promise<Brought> {
    const answers = answersOf(this.store.session, said);
    const brought = await this.engine.call('bring', { files: [], answers, count }, control);
    const { tables, advice } = brought;
    if (this.recall(advice)) return this.#bring(said, count, control);
    for (const table of tables) this.store.dispatch({ type: 'table-reshaped', table });
    if (advice) this.store.dispatch({ type: 'tables-advised', advice });
    return brought;
  }

  /** Questions of joins that were answered for files of the same headers are answered by that. Whether there are any. */
  recall(advice: TableAdvice | null): boolean {
    const known = recallJoins(this.settings, this.store.session.tables, advice?.asked ?? []);
    for (const { join, answer } of known) this.store.dispatch({ type: 'join-answered', join, answer });
    return known.length > 0;
  }
}
