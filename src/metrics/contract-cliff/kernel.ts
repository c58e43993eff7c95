import { NO_DAY } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { MONTHS_AFTER, MONTHS_BEFORE, monthsAround, scanTerms } from './term-months';
import { defineComputation, type Kernel, type Members, type QueryTables } from '../metric';
import { contractCliff } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

const WIDTH = MONTHS_BEFORE + MONTHS_AFTER + 1;

/** The strategy of each contract as its code + 1; 0 for a blank. */
const strategiesOf = ({ contracts }: Facts): Int32Array =>
  contracts?.strategy ? contracts.strategy.codes.map((code) => code + 1) : new Int32Array(contracts?.count ?? 0);

/** The months around every end of term, and the strategies, as tables for the query. */
function tables(facts: Facts): QueryTables {
  const { contracts } = facts;
  const ends = [...new Set(contracts?.endOfTerm)].filter((day) => day !== NO_DAY);
  const rows = ends.flatMap((end) => {
    const bounds = monthsAround(end);
    return Array.from({ length: WIDTH }, (_, at) => [end, at - MONTHS_BEFORE, bounds[at], bounds[at + 1]]);
  });
  const column = (at: number) => rows.map((row) => row[at]);
  const strategies = strategiesOf(facts);
  return {
    term_months: { end_of_term: column(0), months_from_end: column(1), opens: column(2), closes: column(3) },
    contract_strategies: { contract_key: strategies.map((_, row) => row), strategy_code: strategies },
  };
}

/**
 * Calls `visit` once for each customer, strategy and month in which they are at risk, and says whether they left in it.
 * Of several contracts at once, one that ends is enough.
 */
function scanPeople(
  facts: Facts,
  scope: Scope,
  visit: (strategy: number, monthsFromEnd: number, customer: number, left: boolean) => void,
): void {
  const strategy = strategiesOf(facts);
  let cells = new Map<number, boolean>();
  let current = -1;
  const flush = () => {
    for (const [cell, left] of cells) visit(Math.floor(cell / WIDTH), (cell % WIDTH) - MONTHS_BEFORE, current, left);
    cells = new Map();
  };
  scanTerms(facts, scope, (row, month, left) => {
    const customer = facts.contracts!.customer[row];
    if (customer !== current) flush();
    current = customer;
    const cell = strategy[row] * WIDTH + month + MONTHS_BEFORE;
    cells.set(cell, left || (cells.get(cell) ?? false));
  });
  flush();
}

/** Customers at risk and customers who left, by strategy and month from the end of term. */
const kernel: Kernel<typeof contractCliff> = (facts, scope) => {
  const cells = ((facts.contracts?.strategy?.values.length ?? 0) + 1) * WIDTH;
  const atRisk = new Float64Array(cells);
  const ended = new Float64Array(cells);
  scanPeople(facts, scope, (strategy, month, _customer, left) => {
    const cell = strategy * WIDTH + month + MONTHS_BEFORE;
    atRisk[cell]++;
    if (left) ended[cell]++;
  });
  const rows = Array.from(atRisk.keys()).filter((cell) => atRisk[cell] > 0);
  const column = (value: (cell: number) => number) => Float64Array.from(rows, value);
  return {
    strategy: column((cell) => Math.floor(cell / WIDTH)),
    months_from_end: column((cell) => (cell % WIDTH) - MONTHS_BEFORE),
    at_risk: column((cell) => atRisk[cell]),
    ended: column((cell) => ended[cell]),
  };
};

/** Customers of a strategy at risk in a month from the end of term, or those of them who left in it. */
const members: Members<typeof contractCliff> = (facts, scope, _options, row, column) => {
  const wanted = facts.contracts?.strategy ? facts.contracts.strategy.values.indexOf(String(row['strategy'])) + 1 : 0;
  const found: number[] = [];
  scanPeople(facts, scope, (strategy, month, customer, left) => {
    if (strategy !== wanted || month !== row['months_from_end']) return;
    if (column === 'at_risk' || left) found.push(customer);
  });
  return Int32Array.from(found);
};

export default defineComputation(contractCliff, { sql, kernel, members, tables, derive });
