import { AppError } from '../../domain/errors';
import { FUNNEL_STAGES } from '../../domain/lifecycle';
import { attributeOf, attributeTexts } from '../../facts/attributes';
import type { Facts } from '../../facts/facts';
import { READINGS, scanFunnel, stepsOf, type FunnelStep } from './funnel';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { lifecycleFunnel } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof lifecycleFunnel>;

/** The steps of the option that the data speak of, in stage order; all that they speak of without one. */
function chosenSteps(facts: Facts, { steps }: Options): FunnelStep[] {
  const wanted = steps
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = wanted.find((name) => !(FUNNEL_STAGES as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new AppError('wrong-usage', {
      message: `lifecycle_funnel.steps takes ${FUNNEL_STAGES.join(', ')}, not "${unknown}"`,
    });
  }
  return stepsOf(facts).filter(({ stage }) => wanted.length === 0 || wanted.includes(FUNNEL_STAGES[stage]));
}

/** The code of each customer's group; -1 for a blank, and for all without a breakdown. */
const groupCodes = (facts: Facts, { by }: Options): Int32Array =>
  by === '' ? new Int32Array(facts.customers.count).fill(-1) : attributeOf(facts, by).codes;

/** The steps, and the groups of customers, as tables for the query. */
function tables(facts: Facts, _scope: Scope, options: Options): QueryTables {
  const steps = chosenSteps(facts, options);
  const codes = options.by === '' ? new Int32Array(0) : groupCodes(facts, options);
  return {
    funnel_steps: {
      step: steps.map((_, step) => step),
      stage: steps.map(({ stage }) => stage),
      held_counts: steps.map(({ heldCounts }) => (heldCounts ? 1 : 0)),
    },
    funnel_groups: { customer_key: codes.map((_, customer) => customer), group_code: codes },
  };
}

/** Counts by group, reading, stage and days since the stage before. Every stage has a row for days -1, if only of 0 customers. */
const kernel: Kernel<typeof lifecycleFunnel> = (facts, scope, options) => {
  const steps = chosenSteps(facts, options);
  const group = groupCodes(facts, options);
  const groups = groupsInView(group, scope);
  const width = READINGS.length * steps.length;
  /** By group, reading and step; then by days + 1. */
  const cells = Array.from({ length: groups.length * width }, () => [0]);
  const firstCell = new Int32Array((groups.at(-1) ?? -1) + 2);
  groups.forEach((code, at) => (firstCell[code + 1] = at * width));
  scanFunnel(facts, scope, steps, options.window_days, (reading, step, customer, days) => {
    const counts = cells[firstCell[group[customer] + 1] + (reading === 'in_order' ? 0 : steps.length) + step];
    counts[days + 1] = (counts[days + 1] ?? 0) + 1;
  });
  const rows: number[][] = [];
  cells.forEach((counts, cell) => {
    const within = cell % width;
    const { stage } = steps[within % steps.length];
    const leading = [groups[Math.floor(cell / width)], Math.floor(within / steps.length), stage];
    counts.forEach((count, at) => rows.push([...leading, at - 1, count]));
  });
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return { group_code: column(0), reading: column(1), stage: column(2), days: column(3), customers: column(4) };
};

function groupsInView(group: Int32Array, scope: Scope): number[] {
  const seen = new Set<number>();
  for (let c = 0; c < group.length; c++) if (scope.customer[c]) seen.add(group[c]);
  return [...seen].sort((a, b) => a - b);
}

const members: Members<typeof lifecycleFunnel> = (facts, scope, options, row) => {
  const steps = chosenSteps(facts, options);
  const group = groupCodes(facts, options);
  const wanted = options.by === '' ? -1 : attributeTexts(facts, options.by).indexOf(String(row['group']));
  const found: number[] = [];
  scanFunnel(facts, scope, steps, options.window_days, (reading, step, customer) => {
    const isIt =
      reading === row['reading'] && FUNNEL_STAGES[steps[step].stage] === row['stage'] && group[customer] === wanted;
    if (isIt) found.push(customer);
  });
  return Int32Array.from(found);
};

export default defineComputation(lifecycleFunnel, { sql, kernel, members, tables, derive });
