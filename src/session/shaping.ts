import { asAppError } from '../domain/errors';
import type { InspectedTable, RoleReading } from '../domain/import';
import { FIELDS, type Role, type RoleMapping } from '../domain/roles';
import type { JoinSuggestion, Shape } from '../domain/shape';
import type { Bringing } from './bringing';
import type { EngineLink } from './engine-link.svelte';
import { joinBetween } from './joins';
import { rolesOf } from './readings';
import type { Settings } from './settings.svelte';
import type { SessionStore } from './store.svelte';
import type { Tables } from './tables';

/** Brings tables into form. */
export class Shaping {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
    private readonly bringing: Bringing,
  ) {}

  get #tables(): Tables {
    return this.store.session.tables;
  }

  /** Brings a table into another form; the next count follows it. */
  reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    return this.#orSay(() => this.bringing.form({ [table]: shapes }));
  }

  /** Has a table play other roles: what was chosen or guessed for one stays, and the rest is guessed as in a report. */
  play(table: InspectedTable, wanted: readonly Role[]): Promise<void> {
    const now = rolesOf(this.#tables, table);
    const known = [...now, ...table.roles];
    const open = wanted.filter((role) => known.every((one) => one.role !== role));
    const kept = now.filter(({ role }) => wanted.includes(role));
    return this.#orSay(async () => {
      const guessed = open.length === 0 ? [] : await this.engine.call('guessAs', { table: table.id, roles: open });
      const roles = wanted.flatMap((role): RoleReading[] => {
        const found = known.find((one) => one.role === role);
        if (found) return [found];
        const guess = guessed.find((one) => one.role === role)?.mapping ?? {};
        return [{ role, mapping: { ...sharedBy(kept, role), ...guess } }];
      });
      this.store.dispatch({ type: 'roles-chosen', table, roles });
    });
  }

  /** Back to what the values themselves say, now and for the next file of this shape. */
  forgetRecalled(table: InspectedTable): void {
    this.settings.forgetMapping(table);
    this.store.dispatch({ type: 'reading-reset', table });
  }

  /** Takes back one thing that was done to a table. A join that is guessed stays undone, whatever files come next. */
  takeBack(table: string, shape: Shape): Promise<void> {
    if (shape.kind === 'join' && joinBetween(this.#tables.joins, table, shape.with)) {
      this.store.dispatch({ type: 'join-taken-apart', table, other: shape.with });
      return this.follow();
    }
    const rest = this.#shapesOf(table).filter((one) => one !== shape);
    return this.reshape(table, rest);
  }

  /** Reads some spellings in a join as the keys that they mean, and joins the tables where they are not. */
  spell(join: JoinSuggestion, same: Readonly<Record<string, string>>): Promise<void> {
    const isDone = this.#tables.joins.done.includes(join);
    this.store.dispatch({ type: 'join-spelled', join, same });
    if (!isDone) this.store.dispatch({ type: 'join-answered', join, answer: 'joined' });
    return this.follow();
  }

  /** Joins the tables anew, as somebody has said by now. */
  follow(): Promise<void> {
    return this.#orSay(() => this.bringing.form('suggested'));
  }

  /** Has the engine hold the tables in the form in which they are in view, after they were put back. */
  settle(): Promise<void> {
    return this.bringing.form({});
  }

  #shapesOf(table: string): readonly Shape[] {
    return this.#tables.inspected.find(({ id }) => id === table)?.shapes ?? [];
  }

  async #orSay(work: () => Promise<void>): Promise<void> {
    this.store.dispatch({ type: 'error-dismissed' });
    try {
      await work();
    } catch (error) {
      this.store.dispatch({ type: 'error-shown', error: asAppError(error) });
    }
  }
}

/** Whose row it is, is said once for all that the row holds. */
function sharedBy(kept: readonly RoleReading[], role: Role): RoleMapping {
  const customer = kept.map(({ mapping }) => mapping['customer']).find((filled) => filled !== undefined);
  return customer !== undefined && 'customer' in FIELDS[role] ? { customer } : {};
}
