import { FUNNEL_STAGES } from '../../domain/lifecycle';
import { READINGS } from './funnel';
import { compareUtf8 } from '../../domain/keys';
import { wilson } from '../../statistics/intervals';
import type { Derive, MetricBase, MetricTable } from '../metric';
import type { lifecycleFunnel } from './definition';

type Funnel = typeof lifecycleFunnel;

/** One stage of one reading of one group, with the known days since the stage before, ascending. */
interface StageCount {
  readonly group: string;
  readonly reading: number;
  readonly stage: number;
  customers: number;
  readonly days: { readonly days: number; readonly customers: number }[];
}

/** Shares of the first and the previous stage with Wilson's interval, and the median days. `group` is left out without a breakdown. */
export const derive: Derive<Funnel> = (base, context, { by }) => {
  const texts = by === '' ? [] : (context.attribute?.(by) ?? missingTexts(by));
  const stages = withoutEmptyGroups(collectStages(base, texts));
  const first = (at: number): number => (at > 0 && isNext(stages[at], stages[at - 1]) ? first(at - 1) : at);
  const numbers = stages.map(({ customers, days }, at) => {
    const whole = stages[first(at)].customers;
    const previous = first(at) < at ? stages[at - 1].customers : NaN;
    const { low, high } = wilson(customers, previous);
    return [customers, share(customers, whole), share(customers, previous), low, high, medianOf(days)];
  });
  const column = (at: number) => Float64Array.from(numbers, (row) => row[at]);
  const table: Omit<MetricTable<Funnel>, 'group'> = {
    reading: stages.map(({ reading }) => READINGS[reading]),
    stage: stages.map(({ stage }) => FUNNEL_STAGES[stage]),
    customers: column(0),
    share_of_first: column(1),
    share_of_previous: column(2),
    ci_low: column(3),
    ci_high: column(4),
    median_days_from_previous: column(5),
  };
  // `group` comes first where there is one, and is absent where there is none.
  return (by === '' ? table : { group: stages.map(({ group }) => group), ...table }) as MetricTable<Funnel>;
};

const missingTexts = (by: string): never => {
  throw new Error(`the context knows no attributes, yet lifecycle_funnel is broken down by ${by}`);
};

const share = (part: number, whole: number) => (whole > 0 ? part / whole : NaN);
const isNext = (a: StageCount, b: StageCount) => a.group === b.group && a.reading === b.reading;

/** A group in which nobody stands anywhere is left out; without a breakdown there is one group, and it stays. */
function withoutEmptyGroups(stages: StageCount[]): StageCount[] {
  const peopled = new Set(stages.flatMap(({ group, customers }) => (customers > 0 ? [group] : [])));
  return new Set(stages.map(({ group }) => group)).size < 2 ? stages : stages.filter(({ group }) => peopled.has(group));
}

function collectStages(base: MetricBase<Funnel>, texts: readonly string[]): StageCount[] {
  const stages: StageCount[] = [];
  for (let row = 0; row < base.customers.length; row++) {
    const group = base.group_code[row] < 0 ? '' : texts[base.group_code[row]];
    const [reading, stage] = [base.reading[row], base.stage[row]];
    let current = stages.at(-1);
    if (!current || current.group !== group || current.reading !== reading || current.stage !== stage) {
      stages.push((current = { group, reading, stage, customers: 0, days: [] }));
    }
    current.customers += base.customers[row];
    if (base.days[row] >= 0) current.days.push({ days: base.days[row], customers: base.customers[row] });
  }
  return stages.sort((a, b) => compareUtf8(a.group, b.group) || a.reading - b.reading || a.stage - b.stage);
}

/** The median of counted days, the mean of the two middle ones where their number is even; NaN of none. */
function medianOf(counted: StageCount['days']): number {
  const n = counted.reduce((sum, { customers }) => sum + customers, 0);
  if (n === 0) return NaN;
  const at = (position: number) => {
    let before = 0;
    return counted.find(({ customers }) => (before += customers) > position)!.days;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}
