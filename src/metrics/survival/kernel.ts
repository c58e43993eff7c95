import { AppError } from '../../domain/errors';
import { Recent } from '../../domain/recent';
import type { Facts } from '../../facts/facts';
import { goneDays } from '../../facts/gone';
import type { Scope } from '../../facts/scope';
import { lengthOf, scanStays, sourceOf, type Stays } from '../../facts/stays';
import { Tally } from './tally';
import { defineComputation, type Kernel, type QueryTables } from '../metric';
import { survival, survivalSummary, survivalTests } from './definition';
import { derive, deriveSummary } from './derive';
import { deriveTests } from './derive-tests';
import { members, summaryMembers, testMembers } from './members';
import sql from './query.sql?raw';
import { stratify, type Options } from './stratify';

/** More strata than this are no picture, and their pairs no test. */
const MOST_STRATA = 60;

/** The source, where it is left open, and N as the whole file has it. */
const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  source: sourceOf(facts, options.source),
  lapse_days: options.lapse_days ?? goneDays(facts),
});

/**
 * The strata as a table for the query, with the day from which each stay is counted where that is not its first; stratum -1 for
 * whoever is not counted. Empty without a breakdown.
 */
export function tables(facts: Facts, _scope: Scope, options: Options): QueryTables {
  if (options.by === '') return { survival_strata: { customer_key: [], stratum: [], from_day: [] } };
  const { stays, surveyed, strata } = stratify(facts, options);
  return {
    survival_strata: {
      customer_key: strata.map((_, customer) => customer),
      stratum: strata.map((stratum, customer) => (surveyed && stays.last[customer] < 0 ? -1 : stratum)),
      from_day: Float64Array.from(strata, (_, customer) =>
        surveyed && stays.last[customer] >= 0 ? stays.start![customer] : NaN,
      ),
    },
  };
}

/** Counts entries, events and censorings by stratum and time. */
export const kernel: Kernel<typeof survival> = (facts, scope, options) => {
  const { stays, codes, width, row } = layoutOf(facts, options);
  const entered = new Tally(codes.length * width);
  const events = new Tally(codes.length * width);
  const censored = new Tally(codes.length * width);
  // An entry of a tenure is 0: its first step. A window has no say over tenures.
  scanStays(stays, scope, (customer, entry, last, ended) => {
    const from = row[customer];
    entered.add(from + entry);
    if (ended) events.add(from + last);
    else censored.add(from + last);
  });
  const cells = entered.cellsWith(events, censored);
  const column = (value: (cell: number) => number) => Float64Array.from(cells, value);
  return {
    stratum: column((cell) => codes[Math.floor(cell / width)]),
    t: column((cell) => lengthOf(stays, cell % width)),
    entered: column((cell) => entered.at(cell)),
    events: column((cell) => events.at(cell)),
    censored: column((cell) => censored.at(cell)),
  };
};

/** Where the stays of each stratum are counted, step by step. */
interface Layout {
  readonly stays: Stays;
  /** The strata of customers with a stay, ascending. */
  readonly codes: readonly number[];
  /** Steps of the longest stay, and one. */
  readonly width: number;
  /** Of each customer: the first cell of the stratum. */
  readonly row: Int32Array;
}

const layouts = new WeakMap<Facts, Recent<string, Layout>>();

/** Breakdowns that are remembered: no filter moves them, so a window that is dragged finds them made. */
const MOST_KEPT = 8;

function layoutOf(facts: Facts, options: Options): Layout {
  let known = layouts.get(facts);
  if (!known) layouts.set(facts, (known = new Recent(MOST_KEPT)));
  const key = JSON.stringify([options.by, options.source, options.lapse_days, options.lapse_at]);
  return known.of(key, () => makeLayout(facts, options));
}

function makeLayout(facts: Facts, options: Options): Layout {
  const { stays, strata } = stratify(facts, options);
  const { codes, place } = compact(strata, stays, options.by);
  const width = 1 + stays.last.reduce((most, step) => Math.max(most, step), 0);
  const row = place ? strata.map((stratum) => (place.get(stratum) ?? 0) * width) : new Int32Array(strata.length);
  return { stays, codes, width, row };
}

/** The strata of customers with a stay, ascending, and where each stands. Throws `too-many-groups`. */
function compact(strata: Int32Array, stays: Stays, by: string) {
  if (by === '') return { codes: [0], place: null };
  const seen = new Set<number>();
  for (let c = 0; c < strata.length; c++) if (stays.last[c] >= 0) seen.add(strata[c]);
  if (seen.size > MOST_STRATA)
    throw new AppError('too-many-groups', { field: by, found: seen.size, most: MOST_STRATA });
  const codes = [...seen].sort((a, b) => a - b);
  return { codes, place: new Map(codes.map((code, at) => [code, at])) };
}

const shared = { sql, kernel, resolve, tables };
export default defineComputation(survival, { ...shared, derive, members });
export const summary = defineComputation(survivalSummary, {
  ...shared,
  derive: deriveSummary,
  members: summaryMembers,
});
export const tests = defineComputation(survivalTests, { ...shared, derive: deriveTests, members: testMembers });
