import type { Day } from '../domain/calendar';
import { AppError, Cancelled } from '../domain/errors';
import {
  tableId,
  type BroughtFile,
  type LoadReport,
  type Progress,
  type RoleReading,
  type TableChoice,
} from '../domain/import';
import { AS_WRITTEN, type TimeZone } from '../domain/time-zone';
import type { Treatments } from '../domain/treatment';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import type { TableAdvice } from '../domain/questions';
import { NOTHING_SAID, type SaidOfTables, type Shape } from '../domain/shape';
import { mappingAs } from '../intake/understand/guess-mapping';
import type { Role } from '../domain/roles';
import { readTables } from '../intake/read/read-file';
import { byReason } from './by-reason';
import { answerFieldsOf, facetsOf } from './facets';
import { inspect, reshape, type Inspected } from '../intake/load/inspect';
import { findingsOf } from './quality/findings-of';
import type { Receipt } from '../domain/receipt';
import { receiptOf } from './receipt/receipt';
import type { PlacedFinding } from './quality/quality';
import { adviseOn } from '../intake/load/page-joins';
import { MetricRunner } from './run-metric';
import { summarise } from '../facts/summary';
import type { LoadedPart } from '../intake/load/kept-parts';
import { underChoices, unificationReport } from './unified-load';
import {
  joinParts,
  validateChoices,
  type ChosenTable,
  type LoadedData,
  type ValidatedTable,
} from '../intake/load/validate-choices';

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

const stepper = (control: SessionControl) => (progress: Progress) => {
  if (control.signal?.aborted) throw new Cancelled();
  control.progress?.(progress);
};

/** Purchases of the tables that hold deals too; of an opened workspace it is known how they were read. */
const wonDealsIn = (parts: readonly LoadedPart[]): TableChoice[] =>
  parts.flatMap(({ table, part, origin }) =>
    part.role === 'transactions' && origin && parts.some((one) => one.table === table && one.part.role === 'deals')
      ? [{ table, roles: [{ role: part.role, mapping: origin.mapping }] }]
      : [],
  );

/** What one workspace holds in the engine: tables that were read, and what was loaded of them. */
export class EngineSession {
  readonly #inspected = new Map<string, Inspected>();
  /** Tables of an opened workspace that were not read anew: how they were validated, they stay. */
  readonly #validated = new Map<string, readonly LoadedPart[]>();
  #loaded: Loaded | null = null;
  #quality: readonly PlacedFinding[] | null = null;
  generation = 0;

  /** Reads files and says what they seem to be. A file of the same name takes the place of the earlier one. */
  async inspect(files: readonly BroughtFile[], control: SessionControl = {}): Promise<Inspected[]> {
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    let before = 0;
    const found: Inspected[] = [];
    for (const { name, blob, encoding } of files) {
      const tables = await readTables(
        { name, blob },
        {
          ...(control.signal ? { signal: control.signal } : {}),
          ...(encoding ? { encoding } : {}),
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

  /** Which of the tables belong together, which are wide, and which are in no figure because their money stands in another. */
  suggestShapes(
    said: SaidOfTables = NOTHING_SAID,
    tables: readonly string[] = this.held.map(({ id }) => id),
  ): TableAdvice {
    return adviseOn(this.among(tables), said);
  }

  /** Some of the tables that are held: others may wait for a word before they are in view. */
  among(tables: readonly string[]): Inspected[] {
    return this.held.filter(({ id }) => tables.includes(id));
  }

  /** Brings a table into another form. What is loaded stays as it is until the next load. */
  reshape(id: string, shapes: readonly Shape[]): Inspected {
    const inspected = this.#inspected.get(id);
    if (!inspected) throw new AppError('table-forgotten', { table: id });
    const shaped = reshape(inspected, shapes, (other) => this.#inspected.get(other)?.original);
    this.#inspected.set(id, shaped);
    return shaped;
  }

  /** The likeliest mapping of a table to each role that somebody has chosen for it. */
  guessAs(id: string, roles: readonly Role[]): RoleReading[] {
    const inspected = this.#inspected.get(id);
    if (!inspected) throw new AppError('table-forgotten', { table: id });
    return roles.map((role) => ({ role, mapping: mappingAs(inspected.table, role) }));
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
    for (const id of tables) {
      this.#inspected.delete(id);
      this.#validated.delete(id);
    }
  }

  /** Validates the chosen tables, derives facts, and makes them the workspace. */
  async load(
    name: string,
    choices: readonly TableChoice[],
    until: Day | null,
    control: SessionControl = {},
    treatments: Treatments = {},
    unify: UnifyChoices = NO_CHOICES,
    zone: TimeZone = AS_WRITTEN,
  ): Promise<LoadReport> {
    const chosen = choices.map((choice) => this.#chosen(choice));
    const data = await validateChoices(chosen, treatments, stepper(control), unify, zone);
    return this.#install(name, until, unify, data, control);
  }

  /** Makes a kept workspace the one that is held, in place of all that was. */
  async openKept(
    name: string,
    parts: readonly LoadedPart[],
    until: Day | null,
    control: SessionControl = {},
    treatments: Treatments = {},
    unify: UnifyChoices = NO_CHOICES,
  ): Promise<LoadReport> {
    const data = await joinParts(parts, treatments, stepper(control), unify);
    const report = await this.#install(name, until, unify, data, control);
    this.#inspected.clear();
    this.#validated.clear();
    for (const { table } of parts)
      this.#validated.set(
        table,
        parts.filter((part) => part.table === table),
      );
    return report;
  }

  #chosen({ table, roles }: TableChoice): ChosenTable | ValidatedTable {
    const inspected = this.#inspected.get(table);
    if (inspected) return { table: inspected.table, roles, joined: inspected.joined, savedOn: inspected.savedOn };
    const validated = this.#validated.get(table);
    if (validated) return { validated };
    throw new AppError('table-forgotten', { table });
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
    this.#quality = null;
    this.generation++;
    return this.#report(this.#loaded);
  }

  /** What should be known of the data. Worked out when it is first asked for, so that loading does not wait for it. */
  quality(): readonly PlacedFinding[] {
    return (this.#quality ??= findingsOf(this.loaded));
  }

  /** What was loaded, for whoever brought it to check. `tables` are those that the page shows: others may still be held. */
  receipt(tables: readonly string[]): Receipt {
    return receiptOf(this.loaded, this.loaded.facts, this.among(tables));
  }

  #report(loaded: Loaded): LoadReport {
    const { dataset, leftEmpty, duplicates, currencies, facts, runner, name, unify } = loaded;
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
      wonDeals: wonDealsIn(loaded.parts),
      answerFields: answerFieldsOf(facts),
      unification: unificationReport(loaded, unify),
    };
  }

  /** What a load was joined of, to be kept; null where a newer one has taken its place. */
  partsOf(generation: number): readonly LoadedPart[] | null {
    return generation === this.generation ? (this.#loaded?.parts ?? null) : null;
  }

  clear(): void {
    this.#inspected.clear();
    this.#validated.clear();
    this.#loaded = null;
    this.#quality = null;
    this.generation++;
  }

  get loaded(): Loaded {
    if (!this.#loaded) throw new AppError('nothing-loaded', {});
    return this.#loaded;
  }
}
