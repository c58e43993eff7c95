import { bandOf, DETRACTOR, PASSIVE, PROMOTER } from '../../facts/answer-bands';
import { answerGroups, scanAnswers, answerBreakdown } from '../../facts/answers';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { feedback } from './definition';
import { derive, remark } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof feedback>;

/** The group of each answer as its code + 1; null without a breakdown. Throws `unknown-filter-field`. */
const groupsOf = (facts: Facts, { by }: Options): Int32Array | null =>
  by === '' || !facts.answers ? null : answerGroups(facts, by);

/** The groups as a table for the query; empty without a breakdown. */
function tables(facts: Facts, _scope: Scope, options: Options): QueryTables {
  const groups = groupsOf(facts, options) ?? new Int32Array(0);
  return { answer_groups: { answer_key: groups.map((_, answer) => answer), part: groups } };
}

/** Counts answers in view by group, band and weight, and the customers behind them. */
const kernel: Kernel<typeof feedback> = (facts, scope, options) => {
  const groups = groupsOf(facts, options);
  const { answers } = facts;
  const cells = new Map<string, { readonly cell: readonly number[]; count: number }>();
  const people = new PeopleCount();
  scanAnswers(facts, scope, (at) => {
    const [part, band] = [groups ? groups[at] : 0, bandOf(answers!.score[at], answers!.scale)];
    const cell = [part, band, answers!.weight[at]];
    const key = cell.join(' ');
    const known = cells.get(key) ?? { cell, count: 0 };
    known.count++;
    cells.set(key, known);
    people.add(String(part), answers!.customer[at]);
    people.add(`${part} ${band}`, answers!.customer[at]);
  });
  const rows = [...cells.values()].sort(({ cell: a }, { cell: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  return {
    part: column(({ cell }) => cell[0]),
    band: column(({ cell }) => cell[1]),
    weight: column(({ cell }) => cell[2]),
    scale: column(() => answers!.scale),
    answers: column(({ count }) => count),
    people: column(({ cell: [part] }) => people.of(String(part))),
    people_of_band: column(({ cell: [part, band] }) => people.of(`${part} ${band}`)),
  };
};

/** Distinct customers by name; answers stand in the order of customers, so that a customer comes in one stretch. */
class PeopleCount {
  readonly #counts = new Map<string, { last: number; count: number }>();
  add(name: string, customer: number): void {
    if (customer < 0) return;
    const known = this.#counts.get(name);
    if (!known) this.#counts.set(name, { last: customer, count: 1 });
    else if (known.last !== customer) {
      known.last = customer;
      known.count++;
    }
  }
  of(name: string): number {
    return this.#counts.get(name)?.count ?? 0;
  }
}

const BANDS: Readonly<Record<string, number>> = { promoting: PROMOTER, passive: PASSIVE, detracting: DETRACTOR };

/** Customers of a group who answered, or who answered in a band: each once. Answers that name nobody list nobody. */
const members: Members<typeof feedback> = (facts, scope, options, row, column) => {
  const groups = groupsOf(facts, options);
  const wanted = groups ? answerBreakdown(facts, options.by).texts.indexOf(String(row['group'])) + 1 : 0;
  const { answers } = facts;
  const found = new Set<number>();
  scanAnswers(facts, scope, (at) => {
    if (answers!.customer[at] < 0 || (groups !== null && groups[at] !== wanted)) return;
    if (column === 'people' || bandOf(answers!.score[at], answers!.scale) === BANDS[column])
      found.add(answers!.customer[at]);
  });
  return Int32Array.from(found).sort();
};

export default defineComputation(feedback, { sql, kernel, members, tables, derive, remark });
