import type { Day } from '../domain/calendar';
import { AppError, Cancelled } from '../domain/errors';
import type { LoadReport, Progress, TableChoice } from '../domain/import';
import { ROLES } from '../domain/roles';
import type { Treatments } from '../domain/treatment';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import { readTables } from '../intake/read-file';
import { byReason } from './by-reason';
import { facetsOf } from './facets';
import { inspect, tableId, type Inspected } from './inspect';
import { findQuality, type PlacedFinding } from './quality/quality';
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
  /** By the index of a file. */
  readonly savedOn: readonly (Day | null)[];
  readonly treatments: Treatments;
}

/** What one workspace holds in the engine: tables that were read, and what was loaded of them. */
export class EngineSession {
  readonly #inspected = new Map<string, Inspected>();
  #loaded: Loaded | null = null;
  #quality: readonly PlacedFinding[] | null = null;
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
      found.push(...tables.map((table) => inspect(table, blob)));
    }
    for (const one of found) this.#inspected.set(one.id, one);
    return found;
  }

  /** All tables that are held. */
  get held(): readonly Inspected[] {
    return [...this.#inspected.values()];
  }

  /** Gives a file another name, in the place of one that was forgotten. */
  rename(from: string, to: string): void {
    for (const one of this.held) {
      if (one.table.file !== from) continue;
      this.#inspected.delete(one.id);
      const table = { ...one.table, file: to };
      const id = tableId(table);
      this.#inspected.set(id, { ...one, id, table });
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
      return { table: inspected.table, roles: choice.roles, savedOn: inspected.savedOn };
    });
    const data = await validateChoices(tables, treatments, (progress) => {
      if (control.signal?.aborted) throw new Cancelled();
      control.progress?.(progress);
    });
    const facts = buildFacts(data.dataset, until === null ? {} : { until });
    // The last moment to hear a cancel: what was loaded before still stands.
    await new Promise((resolve) => setTimeout(resolve));
    if (control.signal?.aborted) throw new Cancelled();
    const savedOn = tables.flatMap((one) => one.roles.map(() => one.savedOn));
    this.#loaded = { ...data, savedOn, treatments, facts, runner: new MetricRunner(facts) };
    this.#quality = null;
    this.generation++;
    return this.#report(name, this.#loaded);
  }

  /** What should be known of the data. Worked out when it is first asked for, so that loading does not wait for it. */
  quality(): readonly PlacedFinding[] {
    const { dataset, savedOn, treatments, duplicates, duplicatePlaces } = this.loaded;
    const found = ROLES.map((role) => ({
      role,
      rows: duplicates[role] ?? 0,
      merged: treatments[role]?.duplicates === 'merge',
      places: duplicatePlaces[role] ?? [],
    }));
    return (this.#quality ??= findQuality(dataset, savedOn, found));
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
    this.#quality = null;
    this.generation++;
  }

  get loaded(): Loaded {
    if (!this.#loaded) throw new AppError('nothing-loaded', {});
    return this.#loaded;
  }
}
