import { asAppError, type AppError } from '../domain/errors';
import type { Shape, ShapeSuggestion } from '../domain/shape';
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

  async suggested(signal: AbortSignal): Promise<readonly ShapeSuggestion[]> {
    const suggested = await this.app.engine.call('suggestShapes', null);
    throwIfStopped(signal);
    return suggested;
  }

  /** What the tables cannot do without is done; the rest is asked. */
  async take(suggested: readonly ShapeSuggestion[]): Promise<void> {
    const { tables } = this.app;
    for (const { table, shape } of tables.neededOf(suggested)) {
      const shapes = tables.inspected.find(({ id }) => id === table)?.shapes;
      if (shapes?.length === 0) await this.#bring(table, [shape]);
    }
    // Only then: what is done at once is no question.
    tables.suggest(suggested);
  }

  async #bring(table: string, shapes: readonly Shape[]): Promise<void> {
    this.app.tables.reshaped(await this.app.engine.call('reshape', { table, shapes }));
  }
}
