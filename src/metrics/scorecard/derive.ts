import type { Derive } from '../metric';
import type { capabilityPortfolio, scorecard } from './definition';
import { INDICATORS, LEVELS, STAGES } from './indicators';
import { standings, type Standing } from './standing';

const numbers = (rows: readonly Standing[], of: (row: Standing) => number) => Float64Array.from(rows, of);

/** Every indicator that the data carry or a target names, against the year before and its target. */
export const derive: Derive<typeof scorecard> = (base, context) => {
  const rows = standings(base, context).filter(
    (row) => row.status !== 'not_measured' || ((context.targets ?? []).length > 0 && !Number.isNaN(row.target)),
  );
  return {
    stage: rows.map(({ stage }) => stage),
    level: rows.map(({ level }) => level),
    metric: rows.map(({ metric }) => metric),
    value: numbers(rows, ({ value }) => value),
    previous: numbers(rows, ({ previous }) => previous),
    target: numbers(rows, ({ target }) => target),
    owner: rows.map(({ owner }) => owner),
    status: rows.map(({ status }) => status),
    unit: rows.map(({ unit }) => unit),
    people: numbers(rows, ({ people }) => people),
  };
};

/** One cell a level and stage: what has a target there, else the indicator of the capability. */
export const derivePortfolio: Derive<typeof capabilityPortfolio> = (base, context) => {
  const all = standings(base, context);
  const isIndicator = (row: Standing) => INDICATORS.some(({ id }) => id === row.metric);
  const rows = LEVELS.flatMap((level) =>
    STAGES.flatMap((stage): Standing[] => {
      const here = all.filter((row) => row.level === level && row.stage === stage);
      const best =
        here.find((row) => !Number.isNaN(row.target) && isIndicator(row)) ??
        here.find((row) => !Number.isNaN(row.target)) ??
        here.find(isIndicator);
      return best ? [best] : [];
    }),
  );
  return {
    level: rows.map(({ level }) => level),
    stage: rows.map(({ stage }) => stage),
    metric: rows.map(({ metric }) => metric),
    value: numbers(rows, ({ value }) => value),
    target: numbers(rows, ({ target }) => target),
    owner: rows.map(({ owner }) => owner),
    data_readiness: numbers(rows, ({ readiness }) => readiness),
    status: rows.map(({ status }) => status),
    unit: rows.map(({ unit }) => unit),
    lacking: rows.map(({ lacking }) => lacking.join(';')),
    people: numbers(rows, ({ people }) => people),
  };
};
