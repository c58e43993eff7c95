import { weekOfDay } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import { calibrationEnd, historiesUntil, purchaseDays } from '../../facts/purchase-days';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Members } from '../metric';
import { clv, clvConditional, clvHoldout, clvModel } from './definition';
import { chances, derive, prepare, remark, tenthOf } from './derive';
import * as conditionalParts from './derive-conditional';
import * as holdoutParts from './derive-holdout';
import * as modelParts from './derive-model';
import sql from './query.sql?raw';

/** The purchase days in view: the summary that all models of repeat buying share. */
const kernel = (facts: Facts, scope: Scope) => ({ ...purchaseDays(facts, scope) });

/** Customers whose chance of buying again lies in the same tenth as the row's. */
const members: Members<typeof clv> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = { from: facts.observed.from, until: Math.min(scope.until, facts.observed.until) };
  const { histories, alive } = chances(purchaseDays(facts, scope), { window }, options);
  const wanted = tenthOf(Number(row['p_alive']));
  return Int32Array.from(histories.customer).filter((_, i) => tenthOf(alive[i]) === wanted);
};

/** Customers of the calibration who bought in the week, after its end. */
const holdoutMembers: Members<typeof clvHoldout> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = {
    from: Math.max(scope.from, facts.observed.from),
    until: Math.min(scope.until, facts.observed.until),
  };
  const days = purchaseDays(facts, scope);
  const { customer, after, end } = historiesUntil(days, calibrationEnd(window, options.calibration_end));
  return Int32Array.from(customer).filter((_, i) =>
    days.day.subarray(after[i], end[i]).some((day) => day <= window.until && weekOfDay(day) === row['week']),
  );
};

/** Customers with so many repeat purchases by the end of the calibration. */
const conditionalMembers: Members<typeof clvConditional> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = {
    from: Math.max(scope.from, facts.observed.from),
    until: Math.min(scope.until, facts.observed.until),
  };
  const { customer, x } = historiesUntil(purchaseDays(facts, scope), calibrationEnd(window, options.calibration_end));
  return Int32Array.from(customer).filter((_, i) => Math.min(x[i], conditionalParts.MOST_TOLD_APART) === row['x']);
};

/** No count of the models' parameters is a list of customers of its own. */
const modelMembers: Members<typeof clvModel> = () => new Int32Array(0);

export default defineComputation(clv, { sql, kernel, members, derive, prepare, remark });
export const model = defineComputation(clvModel, {
  sql,
  kernel,
  members: modelMembers,
  derive: modelParts.derive,
  prepare: modelParts.prepare,
  remark: modelParts.remark,
});
export const holdout = defineComputation(clvHoldout, {
  sql,
  kernel,
  members: holdoutMembers,
  derive: holdoutParts.derive,
  prepare: holdoutParts.prepare,
  remark: holdoutParts.remark,
});
export const conditional = defineComputation(clvConditional, {
  sql,
  kernel,
  members: conditionalMembers,
  derive: conditionalParts.derive,
  prepare: conditionalParts.prepare,
});
