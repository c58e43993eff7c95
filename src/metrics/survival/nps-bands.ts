import { NPS_BAND } from '../../domain/answer-bands';
import { NO_DAY } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { bandOf } from '../../facts/answer-bands';
import { namedAttributes } from '../../facts/customers';
import type { Facts } from '../../facts/facts';
import { UnknownField } from '../../facts/scope';
import type { Stays } from '../../facts/stays';

/** In the order of the bands of facts/answers.ts, then who gave no answer. */
export const NPS_BANDS = ['detractors', 'passives', 'promoters', 'did not answer'] as const;
const NO_ANSWER = 3;

/** Stays as they go on from the day of the survey, and the band of each customer. */
export interface SurveyedStays {
  readonly stays: Stays;
  readonly column: TextColumn;
}

/**
 * Stays from the survey on: of a customer from the first answer given while a customer, so that nobody is told apart by what was said
 * later; of those without one from the middle day of all answers, if they were customers then. Others have no stay here. Started at
 * the beginning of the stay, the curve would count days on which nobody who answered later could have left (immortal time: S. Suissa,
 * American Journal of Epidemiology 167, 2008).
 * Throws `unknown-filter-field` where no survey from 0 to 10 says who answered when, or stays have no days.
 */
export function surveyedStays(facts: Facts, stays: Stays): SurveyedStays {
  const answered = firstAnswers(facts, stays);
  const middle = middleDay(facts);
  if (!answered || middle === null || !stays.start)
    throw new UnknownField('unknown-filter-field', {
      field: NPS_BAND,
      found: namedAttributes(facts.customers).map(({ name }) => name),
    });
  const { last, start, ended } = stays;
  const codes = new Int32Array(last.length).fill(-1);
  const from = new Int32Array(last.length).fill(NO_DAY);
  const left = new Int32Array(last.length).fill(-1);
  for (let c = 0; c < last.length; c++) {
    if (last[c] < 0) continue;
    const end = start[c] + last[c];
    const day = answered.day[c] !== NO_DAY ? answered.day[c] : middle;
    if (day < start[c] || day > end) continue;
    codes[c] = answered.day[c] !== NO_DAY ? answered.band[c] : NO_ANSWER;
    from[c] = day;
    left[c] = end - day;
  }
  const isSeen = (c: number) => left[c] >= 0;
  return {
    stays: { last: left, ended: ended.map((value, c) => (isSeen(c) ? value : 0)), start: from, lengths: null },
    column: { codes, values: NPS_BANDS },
  };
}

/** The day and band of each customer's first answer within the stay, of several on one day the lowest; null without such a survey. */
function firstAnswers({ answers, customers }: Facts, { start, last }: Stays) {
  if (!answers || answers.scale !== 10 || !start) return null;
  const day = new Int32Array(customers.count).fill(NO_DAY);
  const score = new Float64Array(customers.count);
  for (let at = 0; at < answers.count; at++) {
    const [c, on] = [answers.customer[at], answers.day[at]];
    if (c < 0 || on === NO_DAY || last[c] < 0 || on < start[c] || on > start[c] + last[c]) continue;
    if (day[c] !== NO_DAY && (on > day[c] || (on === day[c] && answers.score[at] >= score[c]))) continue;
    [day[c], score[c]] = [on, answers.score[at]];
  }
  return { day, band: Int32Array.from(score, (value) => bandOf(value, 10)) };
}

/** The day by which half of all dated answers of customers had come in; null without any. */
function middleDay({ answers }: Facts): number | null {
  const days = answers ? answers.day.filter((day, at) => day !== NO_DAY && answers.customer[at] >= 0).sort() : [];
  return days.length === 0 ? null : days[Math.floor((days.length - 1) / 2)];
}
