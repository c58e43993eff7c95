import { monthOfDay } from '../../domain/calendar';
import { scanStretches } from './away';
import { defineComputation, type Kernel, type Members } from '../metric';
import { buyingAndAway } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** Counts buying, away and new customers at each month of the observed time, by the changes from month to month. */
const kernel: Kernel<typeof buyingAndAway> = (facts, scope, { months: buyingFor }) => {
  const first = facts.observed ? monthOfDay(facts.observed.from) : 0;
  const months = facts.observed ? monthOfDay(facts.observed.until) - first + 1 : 0;
  const column = () => new Float64Array(months);
  const base = { month: column().map((_, at) => first + at), buying: column(), away: column(), new: column() };
  const change = (counts: Float64Array, month: number, by: number) => {
    if (month - first < months) counts[month - first] += by;
  };
  scanStretches(facts, scope, buyingFor, (_customer, { from, until, buying, isNew }) => {
    const counts = buying ? base.buying : base.away;
    change(counts, from, 1);
    change(counts, until, -1);
    if (isNew) change(base.new, from, 1);
  });
  for (let at = 1; at < months; at++) {
    base.buying[at] += base.buying[at - 1];
    base.away[at] += base.away[at - 1];
  }
  return base;
};

const members: Members<typeof buyingAndAway> = (facts, scope, { months }, row, column) => {
  const month = Number(row['month']);
  const found: number[] = [];
  scanStretches(facts, scope, months, (customer, { from, until, buying, isNew }) => {
    const isIt =
      column === 'new' ? isNew && from === month : buying === (column === 'buying') && from <= month && month < until;
    if (isIt) found.push(customer);
  });
  return Int32Array.from(found);
};

export default defineComputation(buyingAndAway, { sql, kernel, members, derive });
