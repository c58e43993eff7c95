import type { Day } from '../domain/calendar';
import { AppError, Cancelled } from '../domain/errors';
import type { LoadReport, Progress, TableChoice } from '../domain/import';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import { readTables } from '../intake/read-file';
import { byReason } from './by-reason';
import { facetsOf } from './facets';
import { inspect, type Inspected } from './inspect';
import { MetricRunner } from './run-metric';
import { summarise } from './summary';
import { underChoices, unificationReport } from './unified-load';
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
  readonly name: string;
  readonly until: Day | null;
  readonly unify: UnifyChoices;
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

  forget(tables: readonly string[]): void {
    for (const id of tables) this.#inspected.delete(id);
  }

  /** Validates the chosen tables, derives facts, and makes them the workspace. */
  async load(
    name: string,
    choices: readonly TableChoice[],
    until: Day | null,
    unify: UnifyChoices = NO_CHOICES,
    control: SessionControl = {},
  ): Promise<LoadReport> {
    const tables = choices.map((choice) => {
      const inspected = this.#inspected.get(choice.table);
      if (!inspected) throw new AppError('table-forgotten', { table: choice.table });
      return { table: inspected.table, roles: choice.roles };
    });
    const onstep = (progress: Progress) => {
      if (control.signal?.aborted) throw new Cancelled();
      control.progress?.(progress);
    };
    return this.#install(name, until, unify, await validateChoices(tables, onstep, unify), control);
  }

  /** Brings the same records together under other decisions: facts are built anew, a generation of their own. */
  unify(choices: UnifyChoices, control: SessionControl = {}): Promise<LoadReport> {
    const before = this.loaded;
    control.progress?.({ step: 'loading', file: null, done: 0, total: 1, rows: 0 });
    return this.#install(before.name, before.until, choices, underChoices(before, choices), control);
  }

  async #install(
    name: string,
    until: Day | null,
    unify: UnifyChoices,
    data: LoadedData,
    control: SessionControl,
  ): Promise<LoadReport> {
    const facts = buildFacts(data.dataset, until === null ? {} : { until });
    // The last moment to hear a cancel: what was loaded before still stands.
    await new Promise((resolve) => setTimeout(resolve));
    if (control.signal?.aborted) throw new Cancelled();
    this.#loaded = { ...data, facts, runner: new MetricRunner(facts), name, until, unify };
    this.generation++;
    return this.#report(this.#loaded);
  }

  #report(loaded: Loaded): LoadReport {
    const { dataset, leftEmpty, exactDuplicates, facts, runner, name, unify } = loaded;
    return {
      generation: this.generation,
      name,
      files: dataset.files,
      rejections: dataset.rejections.slice(0, REPORTED_REJECTIONS),
      rejected: dataset.rejections.length,
      rejectedBy: byReason(dataset.rejections),
      leftEmpty: leftEmpty.slice(0, REPORTED_REJECTIONS),
      leftEmptyBy: byReason(leftEmpty),
      exactDuplicates,
      summary: summarise(facts, runner.scope([])),
      facets: facetsOf(facts),
      unification: unificationReport(loaded, unify),
    };
  }

  clear(): void {
    this.#inspected.clear();
    this.#loaded = null;
    this.generation++;
  }

  get loaded(): Loaded {
    if (!this.#loaded) throw new AppError('nothing-loaded', {});
    return this.#loaded;
  }
}
