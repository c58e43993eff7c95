import type { Day } from '../domain/calendar';
import type { Dataset } from '../domain/columns';
import { AppError, Cancelled } from '../domain/errors';
import type { LoadReport, Progress, TableChoice } from '../domain/import';
import type { Treatments } from '../domain/treatment';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import { suggestJoins } from '../intake/shape/suggest-joins';
import { suggestLong } from '../intake/shape/suggest-long';
import type { Shape, ShapeSuggestion } from '../domain/shape';
import { readTables } from '../intake/read-file';
import { byReason } from './by-reason';
import { facetsOf } from './facets';
import { inspect, reshape, tableId, type Inspected } from './inspect';
import { MetricRunner } from './run-metric';
import { summarise } from './summary';
import { validateChoices, type LoadedData } from './validate-choices';

/** Rejections that travel with a load report; the rest are fetched when they are looked at or downloaded. */
const REPORTED_REJECTIONS = 1_000;

export interface SessionControl {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}
interface Loaded extends LoadedData {
  readonly facts: Facts;
  readonly runner: MetricRunner;
}

/** What one workspace holds in the engine: tables that were read, and what was loaded of them. */
export class EngineSession {
  readonly #inspected = new Map<string, Inspected>();
  #loaded: Loaded | null = null;
  generation = 0;

  /** Reads files and says what they seem to be. A file of the same name takes the place of the earlier one. */
  async inspect(files: readonly { name: string; blob: Blob }[], control: SessionControl = {}): Promise<Inspected[]> {
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    let before = 0;
    const found: Inspected[] = [];
    for (const { name, blob } of files) {
      const tables = await readTables(
        { name, blob },
        {
          ...(control.signal ? { signal: control.signal } : {}),
          onprogress: ({ bytes, rows }) =>
            control.progress?.({ step: 'reading', file: name, done: before + bytes, total, rows }),
        },
      );
      before += blob.size;
      control.progress?.({ step: 'understanding', file: name, done: before, total, rows: 0 });
      found.push(...tables.map((table) => inspect(table, blob.size)));
    }
    for (const one of found) this.#inspected.set(one.id, one);
    return found;
  }

  /** All tables that are held. */
  get held(): readonly Inspected[] {
    return [...this.#inspected.values()];
  }

  /** Which of the tables belong together, and which are wide. */
  suggestShapes(): ShapeSuggestion[] {
    const named = this.held.map(({ id, original, understanding }) => ({
      id,
      table: original,
      roles: understanding.roles.map(({ role }) => role),
    }));
    return [...suggestLong(named), ...suggestJoins(named)];
  }

  /** Brings a table into another form. What is loaded stays as it is until the next load. */
  reshape(id: string, shapes: readonly Shape[]): Inspected {
    const inspected = this.#inspected.get(id);
    if (!inspected) throw new AppError('table-forgotten', { table: id });
    const shaped = reshape(inspected, shapes, (other) => this.#inspected.get(other)?.original);
    this.#inspected.set(id, shaped);
    return shaped;
  }

  /** Gives a file another name, in the place of one that was forgotten. */
  rename(from: string, to: string): void {
    for (const one of this.held) {
      if (one.original.file !== from) continue;
      this.#inspected.delete(one.id);
      const original = { ...one.original, file: to };
      const id = tableId(original);
      this.#inspected.set(id, { ...one, id, original, table: { ...one.table, file: to } });
    }
  }

  forget(tables: readonly string[]): void {
    for (const id of tables) this.#inspected.delete(id);
  }

  /** Validates the chosen tables, derives facts, and makes them the workspace. */
  async load(
    name: string,
    choices: readonly TableChoice[],
    until: Day | null,
    control: SessionControl = {},
    treatments: Treatments = {},
  ): Promise<LoadReport> {
    const tables = choices.map((choice) => {
      const inspected = this.#inspected.get(choice.table);
      if (!inspected) throw new AppError('table-forgotten', { table: choice.table });
      return { table: inspected.table, roles: choice.roles, joined: choice.roles.length > 0 ? inspected.joined : [] };
    });
    const data = await validateChoices(tables, treatments, (progress) => {
      if (control.signal?.aborted) throw new Cancelled();
      control.progress?.(progress);
    });
    const facts = buildFacts(data.dataset, until === null ? {} : { until });
    // The last moment to hear a cancel: what was loaded before still stands.
    await new Promise((resolve) => setTimeout(resolve));
    if (control.signal?.aborted) throw new Cancelled();
    this.#loaded = { ...data, facts, runner: new MetricRunner(facts) };
    this.generation++;
    return this.#report(name, this.#loaded);
  }

  #report(name: string, loaded: Loaded): LoadReport {
    const { dataset, leftEmpty, duplicates, currencies, facts, runner } = loaded;
    return {
      generation: this.generation,
      name,
      files: dataset.files,
      rejections: dataset.rejections.slice(0, REPORTED_REJECTIONS),
      rejected: dataset.rejections.length,
      rejectedBy: byReason(dataset.rejections),
      leftEmpty: leftEmpty.slice(0, REPORTED_REJECTIONS),
      leftEmptyBy: byReason(leftEmpty),
      duplicates,
      currencies: [...currencies.rows].map(([currency, rows]) => ({ currency, rows })),
      unnamedCurrency: currencies.unnamed,
      summary: summarise(facts, runner.scope([])),
      facets: facetsOf(facts),
    };
  }

  clear(): void {
    this.#inspected.clear();
    this.#loaded = null;
    this.generation++;
  }

  get loaded(): { readonly dataset: Dataset; readonly facts: Facts; readonly runner: MetricRunner } {
    if (!this.#loaded) throw new AppError('nothing-loaded', {});
    return this.#loaded;
  }
}
