import { DEFAULT_RULES, type WorkspaceRules } from '../domain/rhythm';
import type { BringRequest } from '../bridge/protocol';
import type { Day } from '../domain/calendar';
import { AppError, Cancelled, toWire } from '../domain/errors';
import type { LoadReport, Progress, RoleReading, TableChoice } from '../domain/import';
import type { Brought, LoadAnswers } from '../domain/load-answers';
import type { Receipt } from '../domain/receipt';
import type { Role } from '../domain/roles';
import type { Treatments } from '../domain/treatment';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import { summarise } from '../facts/summary';
import type { LoadedPart } from '../intake/load/kept-parts';
import {
  countTables,
  formTables,
  mustAsk,
  playedRoles,
  type FormedTables,
  type LoadControl,
} from '../intake/load/load';
import { joinParts, type LoadedData } from '../intake/load/validate-choices';
import { mappingAs } from '../intake/understand/guess-mapping';
import { byReason } from './by-reason';
import { answerFieldsOf, facetsOf } from './facets';
import { HeldTables } from './held-tables';
import { findingsOf } from './quality/findings-of';
import type { PlacedFinding } from './quality/quality';
import { receiptOf } from './receipt/receipt';
import { MetricRunner } from './run-metric';
import { underChoices, unificationReport } from './unified-load';

/** Rejections that travel with a load report; the rest are fetched when they are looked at or downloaded. */
const REPORTED_REJECTIONS = 1_000;

interface Loaded extends LoadedData {
  readonly facts: Facts;
  readonly runner: MetricRunner;
  readonly name: string;
  readonly until: Day | null;
  readonly rules: WorkspaceRules;
  readonly unify: UnifyChoices;
}

/** Purchases of the tables that hold deals too; of an opened workspace it is known how they were read. */
const wonDealsIn = (parts: readonly LoadedPart[]): TableChoice[] =>
  parts.flatMap(({ table, part, origin }) =>
    part.role === 'transactions' && origin && parts.some((one) => one.table === table && one.part.role === 'deals')
      ? [{ table, roles: [{ role: part.role, mapping: origin.mapping }] }]
      : [],
  );

/** What one workspace holds in the engine: tables that were read, and what was loaded of them. */
export class EngineSession {
  readonly tables = new HeldTables();
  /** One after the other: tables that are still being read again are not missed by whoever counts them next. */
  #lastBrought: Promise<unknown> = Promise.resolve();
  #loaded: Loaded | null = null;
  #quality: readonly PlacedFinding[] | null = null;
  generation = 0;

  /**
   * The one call by which files are loaded: reads them, brings the tables in view into form, and counts them. Files of which no table
   * is in view are only read, for somebody to say of them what the answers do not say. A cancel leaves all that is held as it was.
   */
  bring(request: BringRequest, control: LoadControl = {}): Promise<Brought> {
    const brought = this.#lastBrought.then(() => this.#bring(request, control));
    this.#lastBrought = brought.catch(() => undefined);
    return brought;
  }

  async #bring({ files, answers, count }: BringRequest, control: LoadControl): Promise<Brought> {
    if (control.signal?.aborted) throw new Cancelled();
    const { tables } = this;
    const read = files.length > 0 ? await tables.read(files, control) : [];
    const ids = answers.tables.inspected.map(({ id }) => id);
    const found = read.map(({ id }) => id);
    const isOnlyRead = found.length > 0 && !found.some((id) => ids.includes(id));
    const advised = isOnlyRead ? [...ids, ...found] : ids;
    const advice = answers.forms === 'suggested' ? tables.advise(answers.said, advised) : null;
    if (isOnlyRead) return { kind: 'asks', tables: tables.describe(found), advice };
    const formed = await formTables(tables.among(ids), answers, advice, tables, control.signal);
    const told = () => ({ tables: tables.describe(formed.changed, formed.held), advice });
    if (!count || (advice && mustAsk(formed, answers))) {
      tables.takeInView(formed, answers);
      return { kind: 'asks', ...told() };
    }
    try {
      const report = await this.#count(formed, answers, control);
      return { kind: 'loaded', ...told(), report };
    } catch (error) {
      if (!advice || control.signal?.aborted) throw error;
      tables.takeInView(formed, answers);
      return { kind: 'refused', ...told(), error: toWire(error) };
    }
  }

  async #count(formed: FormedTables, answers: LoadAnswers, control: LoadControl): Promise<LoadReport> {
    const played = playedRoles(formed, answers);
    const chosen = answers.tables.inspected.flatMap(({ id }) => {
      return this.tables.counted(id, formed, answers, played.get(id) ?? []) ?? [];
    });
    const data = await countTables(chosen, answers, control);
    const { name, until, unify, rules } = answers;
    return this.#install({ name, until, unify, rules }, data, control, () => this.tables.takeInView(formed, answers));
  }

  /** The likeliest mapping of a table to each role that somebody has chosen for it. */
  guessAs(id: string, roles: readonly Role[]): RoleReading[] {
    const { table } = this.tables.existing(id);
    return roles.map((role) => ({ role, mapping: mappingAs(table, role) }));
  }

  /** Makes a kept workspace the one that is held, in place of all that was. */
  async openKept(
    name: string,
    parts: readonly LoadedPart[],
    until: Day | null,
    control: LoadControl = {},
    treatments: Treatments = {},
    unify: UnifyChoices = NO_CHOICES,
    rules: WorkspaceRules = DEFAULT_RULES,
  ): Promise<LoadReport> {
    const onstep = (progress: Progress) => {
      if (control.signal?.aborted) throw new Cancelled();
      control.progress?.(progress);
    };
    const data = await joinParts(parts, treatments, onstep, unify);
    return this.#install({ name, until, unify, rules }, data, control, () => this.tables.open(parts));
  }

  /** Brings the same records together under other decisions: facts are built anew, a generation of their own. */
  unify(choices: UnifyChoices, control: LoadControl = {}): Promise<LoadReport> {
    const before = this.loaded;
    control.progress?.({ step: 'loading', file: null, done: 0, total: 1, rows: 0 });
    const { name, until, rules } = before;
    return this.#install({ name, until, rules, unify: choices }, underChoices(before, choices), control);
  }

  /** @param take takes the tables into view together with their figures */
  async #install(
    said: Pick<Loaded, 'name' | 'until' | 'unify' | 'rules'>,
    data: LoadedData,
    control: LoadControl,
    take?: () => void,
  ): Promise<LoadReport> {
    const { until, rules } = said;
    const facts = buildFacts(data.dataset, until === null ? { rules } : { until, rules });
    // The last moment to hear a cancel: what was loaded before still stands.
    await new Promise((resolve) => setTimeout(resolve));
    if (control.signal?.aborted) throw new Cancelled();
    take?.();
    this.#loaded = { ...data, ...said, facts, runner: new MetricRunner(facts) };
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
    return receiptOf(this.loaded, this.loaded.facts, this.tables.among(tables));
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
    this.tables.clear();
    this.#loaded = null;
    this.#quality = null;
    this.generation++;
  }

  get loaded(): Loaded {
    if (!this.#loaded) throw new AppError('nothing-loaded', {});
    return this.#loaded;
  }
}
