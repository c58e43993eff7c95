import { asAppError } from '../domain/errors';
import type { InspectedTable, RoleReading } from '../domain/import';
import type { TableAdvice } from '../domain/questions';
import { FIELDS, type Role, type RoleMapping } from '../domain/roles';
import type { JoinSuggestion, Shape } from '../domain/shape';
import type { EngineLink } from './engine-link.svelte';
import { joinBetween } from './joins';
import { rolesOf, saidOfTables } from './readings';
import { recallJoins } from './recall';
import type { Settings } from './settings.svelte';
import type { SessionStore } from './store.svelte';
import { neededShapes } from './suggested-shapes';
import type { Tables } from './tables';

/** Brings tables into form. */
export class Shaping {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
  ) {}

  get #tables(): Tables {
    return this.store.session.tables;
  }

  /** Brings a table into another form; the next count follows it. */
  reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    return this.#orSay(() => this.#bring(table, shapes));
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
    return this.#orSay(async () => this.take(await this.suggested()));
  }

  /**
   * @param coming tables that are about to be in view
   * @param tables those beside which they will stand
   */
  suggested(coming: readonly string[] = [], tables: Tables = this.#tables): Promise<TableAdvice> {
    const shown = new Set([...tables.inspected.map(({ id }) => id), ...coming]);
    return this.engine.call('suggestShapes', { said: saidOfTables(tables), tables: [...shown] });
  }

  /** What the tables cannot do without is done, and what surely belongs together; the rest is asked. */
  async take(advice: TableAdvice): Promise<void> {
    const known = recallJoins(this.settings, this.#tables, advice.asked);
    for (const { join, answer } of known) this.store.dispatch({ type: 'join-answered', join, answer });
    if (known.length > 0) return this.take(await this.suggested());
    await this.#bringNeeded(advice);
    await this.#bringJoined(advice);
    this.store.dispatch({ type: 'tables-advised', advice });
  }

  async #bringNeeded({ shapes }: TableAdvice): Promise<void> {
    const { inspected } = this.#tables;
    const untouched = new Set(inspected.flatMap(({ id, shapes: own }) => (own.length === 0 ? [id] : [])));
    for (let done = 0; done < shapes.length; done++) {
      const tables = this.#tables;
      const needed = neededShapes(tables.shapes, tables.inspected, shapes);
      const next = needed.find(({ table }) => untouched.has(table));
      if (!next) break;
      await this.#bring(next.table, [...this.#shapesOf(next.table), next.shape]);
    }
  }

  async #bringJoined({ joins }: TableAdvice): Promise<void> {
    for (const { id, shapes } of this.#tables.inspected) {
      if (this.#tables.joins.formed.includes(id)) continue;
      const wanted = joins.flatMap((join) => (join.table === id ? [join.shape] : []));
      const others = shapes.filter(({ kind }) => kind !== 'join');
      const standing = shapes.filter(({ kind }) => kind === 'join');
      if (JSON.stringify(standing) !== JSON.stringify(wanted)) await this.#bring(id, [...others, ...wanted]);
    }
  }

  /** Has the engine hold the tables in the form in which they are in view, after they were put back. */
  async settle(before: Tables['inspected']): Promise<void> {
    for (const { id, shapes } of this.#tables.inspected) {
      const other = before.find((one) => one.id === id);
      if (other && JSON.stringify(other.shapes) !== JSON.stringify(shapes))
        await this.engine.call('reshape', { table: id, shapes });
    }
  }

  #shapesOf(table: string): readonly Shape[] {
    return this.#tables.inspected.find(({ id }) => id === table)?.shapes ?? [];
  }

  async #bring(id: string, shapes: readonly Shape[]): Promise<void> {
    const table = await this.engine.call('reshape', { table: id, shapes });
    this.store.dispatch({ type: 'table-reshaped', table });
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
