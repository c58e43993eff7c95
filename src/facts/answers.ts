import { NO_DAY } from '../domain/calendar';
import type { Dataset, TextColumn } from '../domain/columns';
import { attributeOf } from './attributes';
import { customerOfRows, type CustomerKeys } from './customers';
import type { AnswerFacts, Facts } from './facts';
import type { Scope } from './scope';
import { scaleOf } from './spend-and-surveys';

/** All answers; null without a file of surveys. */
export function answerFacts({ records }: Dataset, keys: CustomerKeys): AnswerFacts | null {
  const { surveys } = records;
  const score = surveys?.number['score'];
  if (!surveys || !score) return null;
  const customer = customerOfRows(surveys.text['customer'], keys, surveys.rows);
  const weight = surveys.number['weight'];
  const isUsable = (row: number) => !Number.isNaN(score[row]) && (!weight || weight[row] > 0);
  const rows = Int32Array.from({ length: surveys.rows }, (_, row) => row).filter(isUsable);
  rows.sort((a, b) => customer[a] - customer[b] || a - b);
  const weights = weight ? [...new Set(Array.from(rows, (row) => weight[row]))].sort((a, b) => a - b) : [1];
  const indexOf = new Map(weights.map((value, at) => [value, at]));
  const day = surveys.day['date'];
  return {
    count: rows.length,
    customer: rows.map((row) => customer[row]),
    day: rows.map((row) => day?.[row] ?? NO_DAY),
    score: Float64Array.from(rows, (row) => score[row]),
    weight: rows.map((row) => (weight ? indexOf.get(weight[row])! : 0)),
    weights,
    scale: scaleOf(surveys),
    attributes: surveys.attributes.map(({ name, column }) => ({ name, column: taken(column, rows) })),
  };
}

const taken = ({ codes, values }: TextColumn, rows: Int32Array): TextColumn => ({
  codes: rows.map((row) => codes[row]),
  values,
});

/**
 * Calls `visit` with every answer inside the window of the customers in view. Answers that name no customer are in view unless
 * customers are chosen.
 */
export function scanAnswers({ answers }: Facts, scope: Scope, visit: (answer: number) => void): void {
  if (!answers) return;
  const { customer, day, count } = answers;
  for (let at = 0; at < count; at++) {
    const who = customer[at];
    if (who < 0 ? !scope.unknown : !scope.customer[who]) continue;
    if (!scope.windowed || (day[at] >= scope.from && day[at] <= scope.until)) visit(at);
  }
}

/** A column of the survey of this name, else an attribute of the customers. Throws `unknown-filter-field`. */
function columnNamed(facts: Facts, name: string): { readonly column: TextColumn; readonly ofCustomer: boolean } {
  const own = facts.answers?.attributes ?? [];
  const found =
    own.find((one) => one.name === name) ?? own.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return found ? { column: found.column, ofCustomer: false } : { column: attributeOf(facts, name), ofCustomer: true };
}

/** The value of each answer in a breakdown as its code + 1, 0 for a blank. Throws `unknown-filter-field`. */
export function answerGroups(facts: Facts, name: string): Int32Array {
  const { customer } = facts.answers!;
  const { column, ofCustomer } = columnNamed(facts, name);
  if (!ofCustomer) return column.codes.map((code) => code + 1);
  return customer.map((who) => (who < 0 ? 0 : column.codes[who] + 1));
}

/** What the codes of a breakdown of answers mean, and whether it is one of customers, rather than of answers. */
export function answerBreakdown(facts: Facts, name: string): { texts: readonly string[]; ofCustomers: boolean } {
  const { column, ofCustomer } = columnNamed(facts, name);
  return { texts: column.values, ofCustomers: ofCustomer };
}
