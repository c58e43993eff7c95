import { asAppError, type AppError } from '../domain/errors';
import type { TableAdvice } from '../domain/questions';
import type { InspectedTable, RoleReading } from '../domain/import';
import { FIELDS, type Role, type RoleMapping } from '../domain/roles';
import type { Shape } from '../domain/shape';
import type { EngineLink } from './engine-link.svelte';
import type { Tables } from './tables.svelte';

interface Workspace {
  readonly engine: EngineLink;
  readonly tables: Tables;
  error: AppError | null;
}

/** Brings tables into form. */
export class Shaping {
  constructor(private readonly app: Workspace) {}

  /** Brings a table into another form; the next count follows it. */
  reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    return this.#orSay(() => this.#bring(table, shapes));
  }

  /** Has a table play other roles: what was chosen or guessed for one stays, and the rest is guessed as in a report. */
  play(table: InspectedTable, wanted: readonly Role[]): Promise<void> {
    const { tables, engine } = this.app;
    const known = [...tables.rolesOf(table), ...table.roles];
    const open = wanted.filter((role) => known.every((one) => one.role !== role));
    const kept = tables.rolesOf(table).filter(({ role }) => wanted.includes(role));
    return this.#orSay(async () => {
      const guessed = open.length === 0 ? [] : await engine.call('guessAs', { table: table.id, roles: open });
      const roles = wanted.flatMap((role): RoleReading[] => {
        const found = known.find((one) => one.role === role);
        if (found) return [found];
        const guess = guessed.find((one) => one.role === role)?.mapping ?? {};
        return [{ role, mapping: { ...sharedBy(kept, role), ...guess } }];
      });
      tables.choose(table, roles);
    });
  }

  /** Takes back one thing that was done to a table. A join that is guessed stays undone, whatever files come next. */
  takeBack(table: string, shape: Shape): Promise<void> {
    const { tables } = this.app;
    if (
      shape.kind === 'join' &&
      tables.joins.done.some((one) => one.table === table && one.shape.with === shape.with)
    ) {
      tables.joins.takeApart(table, shape.with);
      return this.follow();
    }
    const rest = this.#shapesOf(table).filter((one) => one !== shape);
    return this.reshape(table, rest);
  }

  /** Joins the tables anew, as somebody has said by now. */
  follow(): Promise<void> {
    return this.#orSay(async () => this.take(await this.suggested()));
  }

  /** @param coming tables that are about to be in view */
  suggested(coming: readonly string[] = []): Promise<TableAdvice> {
    const { tables } = this.app;
    const shown = new Set([...tables.inspected.map(({ id }) => id), ...coming]);
    return this.app.engine.call('suggestShapes', { said: tables.saidOfTables, tables: [...shown] });
  }

  /** What the tables cannot do without is done, and what surely belongs together; the rest is asked. */
  async take(advice: TableAdvice): Promise<void> {
    const { tables } = this.app;
    if (tables.joins.recall(advice.asked)) return this.take(await this.suggested());
    const untouched = new Set(tables.inspected.flatMap(({ id, shapes }) => (shapes.length === 0 ? [id] : [])));
    for (let done = 0; done < advice.shapes.length; done++) {
      const next = tables.neededOf(advice.shapes).find(({ table }) => untouched.has(table));
      if (!next) break;
      await this.#bring(next.table, [...this.#shapesOf(next.table), next.shape]);
    }
    for (const { id, shapes } of tables.inspected) {
      if (tables.joins.isFormed(id)) continue;
      const wanted = advice.joins.flatMap((join) => (join.table === id ? [join.shape] : []));
      const others = shapes.filter(({ kind }) => kind !== 'join');
      const standing = shapes.filter(({ kind }) => kind === 'join');
      if (JSON.stringify(standing) !== JSON.stringify(wanted)) await this.#bring(id, [...others, ...wanted]);
    }
    tables.leaveOut(advice.leftOut);
    // Only then: what is done at once is no question.
    tables.suggest(advice);
  }

  /** Has the engine hold the tables in the form in which they are in view, after they were put back. */
  async settle(before: Tables['inspected']): Promise<void> {
    for (const { id, shapes } of this.app.tables.inspected) {
      const other = before.find((one) => one.id === id);
      if (other && JSON.stringify(other.shapes) !== JSON.stringify(shapes))
        await this.app.engine.call('reshape', { table: id, shapes });
    }
  }

  #shapesOf(table: string): readonly Shape[] {
    return this.app.tables.inspected.find(({ id }) => id === table)?.shapes ?? [];
  }

  async #bring(table: string, shapes: readonly Shape[]): Promise<void> {
    this.app.tables.reshaped(await this.app.engine.call('reshape', { table, shapes }));
  }

  async #orSay(work: () => Promise<void>): Promise<void> {
    this.app.error = null;
    try {
      await work();
    } catch (error) {
      this.app.error = asAppError(error);
    }
  }
}

/** Whose row it is, is said once for all that the row holds. */
function sharedBy(kept: readonly RoleReading[], role: Role): RoleMapping {
  const customer = kept.map(({ mapping }) => mapping['customer']).find((filled) => filled !== undefined);
  return customer !== undefined && 'customer' in FIELDS[role] ? { customer } : {};
}
