import { asAppError, type AppError } from '../domain/errors';
import type { Shape, TableAdvice } from '../domain/shape';
import type { EngineLink } from './engine-link.svelte';
import type { Tables } from './tables.svelte';
import { throwIfStopped } from './work.svelte';

interface Workspace {
  readonly engine: EngineLink;
  readonly tables: Tables;
  error: AppError | null;
}

/** Brings tables into form. */
export class Shaping {
  constructor(private readonly app: Workspace) {}

  /** Brings a table into another form; the next count follows it. */
  async reshape(table: string, shapes: readonly Shape[]): Promise<void> {
    this.app.error = null;
    try {
      await this.#bring(table, shapes);
    } catch (error) {
      this.app.error = asAppError(error);
    }
  }

  async suggested(signal: AbortSignal): Promise<TableAdvice> {
    const suggested = await this.app.engine.call('suggestShapes', null);
    throwIfStopped(signal);
    return suggested;
  }

  /** What the tables cannot do without is done; the rest is asked. */
  async take({ shapes: suggested, leftOut }: TableAdvice): Promise<void> {
    const { tables } = this.app;
    tables.leaveOut(leftOut);
    const untouched = new Set(tables.inspected.flatMap(({ id, shapes }) => (shapes.length === 0 ? [id] : [])));
    for (let done = 0; done < suggested.length; done++) {
      // Anew each time: what one join brings may be what the next needs.
      const next = tables.neededOf(suggested).find(({ table }) => untouched.has(table));
      if (!next) break;
      const before = tables.inspected.find(({ id }) => id === next.table)?.shapes ?? [];
      await this.#bring(next.table, [...before, next.shape]);
    }
    // Only then: what is done at once is no question.
    tables.suggest(suggested);
  }

  async #bring(table: string, shapes: readonly Shape[]): Promise<void> {
    this.app.tables.reshaped(await this.app.engine.call('reshape', { table, shapes }));
  }
}
