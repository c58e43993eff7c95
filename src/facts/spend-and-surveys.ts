import { scaleEnds, type AnswerScale } from '../domain/answer-bands';
import { NO_DAY } from '../domain/calendar';
import type { Dataset, RecordTable } from '../domain/columns';
import { customerOfRows, type CustomerKeys } from './customers';
import type { SpendFacts, SurveyFacts } from './facts';
import { channelOfRows } from './touches';

/** Money spent on winning customers; null without a file of it. */
export function spendFacts({ records }: Dataset, channels: readonly string[]): SpendFacts | null {
  const { spend } = records;
  if (!spend?.day['date'] || !spend.number['amount']) return null;
  return {
    day: spend.day['date'],
    amount: spend.number['amount'],
    channel: channelOfRows(spend.text['channel'], spend.rows, channels),
  };
}

/** The latest answer of each known customer; of several on one day the lowest. Null without surveys of customers. */
export function surveyFacts({ records }: Dataset, keys: CustomerKeys): SurveyFacts | null {
  const { surveys } = records;
  if (!surveys?.text['customer'] || !surveys.number['score']) return null;
  const customerOf = customerOfRows(surveys.text['customer'], keys, surveys.rows);
  const given = surveys.number['score'];
  const on = surveys.day['date'];
  const latest = new Map<number, { day: number; score: number }>();
  for (let row = 0; row < surveys.rows; row++) {
    const [customer, score] = [customerOf[row], given[row]];
    if (customer < 0 || Number.isNaN(score)) continue;
    const day = on ? on[row] : NO_DAY;
    const held = latest.get(customer);
    if (!held || day > held.day || (day === held.day && score < held.score)) latest.set(customer, { day, score });
  }
  const rows = [...latest].sort(([a], [b]) => a - b);
  return {
    customer: Int32Array.from(rows, ([customer]) => customer),
    day: Int32Array.from(rows, ([, { day }]) => day),
    score: Float64Array.from(rows, ([, { score }]) => score),
    scale: scaleOf(surveys),
  };
}

/** The scale that the files state; where none does, scores that all lie between 1 and 5 are of a scale of five. */
export function scaleOf({ scoreScale, number }: RecordTable): AnswerScale {
  const stated = scoreScale === undefined ? null : scaleEnds(scoreScale);
  if (stated) return stated.to;
  return number['score']?.some((score) => score > 5 || score < 1) ? 10 : 5;
}
