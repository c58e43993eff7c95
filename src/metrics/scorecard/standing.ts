import { compareUtf8 } from '../../domain/keys';
import { MONEY_SCALE } from '../../domain/money';
import type { Target } from '../../domain/targets';
import type { DeriveContext, MetricBase } from '../metric';
import type { scorecard } from './definition';
import {
  INDICATORS,
  indicatorNamed,
  levelNamed,
  LEVELS,
  STAGES,
  stageNamed,
  type Indicator,
  type Unit,
} from './indicators';
import { YEAR } from './periods';

export type Status = 'met' | 'missed' | 'no_target' | 'not_measured';

/** One indicator or one target, as it stands. Values in the units people use; NaN where there is none. */
export interface Standing {
  readonly stage: string;
  readonly level: string;
  /** The id of an indicator, or what the targets file calls what is not measured here. */
  readonly metric: string;
  readonly unit: Unit | '';
  readonly value: number;
  readonly previous: number;
  readonly target: number;
  readonly owner: string;
  readonly status: Status;
  readonly people: number;
  /** Fields that the files lack. */
  readonly lacking: readonly string[];
  readonly readiness: number;
}

type Base = MetricBase<typeof scorecard>;

/** Indicators that the data carry or somebody has a target for, and targets of what is not measured, by stage and level. */
export function standings(base: Base, context: DeriveContext): Standing[] {
  const targets = context.targets ?? [];
  const named = targets.map(({ metric }) => indicatorNamed(metric));
  const rows = INDICATORS.flatMap((indicator, code): Standing[] => {
    const own = targets.filter((_, at) => named[at] === code);
    const measured = measure(base, context, indicator, code);
    return own.length > 0 ? own.map((target) => withTarget(measured, target)) : [measured];
  });
  const others = targets.filter((_, at) => named[at] < 0);
  return [...rows, ...others.map((target) => withTarget(unmeasured(target.metric.trim()), target))].sort(inOrder);
}

const STAGE_ORDER = ['selection', ...STAGES] as readonly string[];
function inOrder(a: Standing, b: Standing): number {
  const place = (order: readonly string[], name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return (
    place(STAGE_ORDER, a.stage) - place(STAGE_ORDER, b.stage) ||
    place(LEVELS, a.level) - place(LEVELS, b.level) ||
    compareUtf8(a.metric, b.metric) ||
    compareUtf8(a.owner, b.owner) ||
    a.target - b.target ||
    0
  );
}

function measure(base: Base, context: DeriveContext, indicator: Indicator, code: number): Standing {
  const lacking = indicator.needs.filter((need) => !(context.available?.has(need) ?? true));
  const years = wholeYears(context);
  const at = (period: number) => base.indicator.findIndex((one, row) => one === code && base.period[row] === period);
  const value = (period: number) => {
    const row = at(period);
    const needed = period + (indicator.takesTwo ? 2 : period > 0 ? 1 : 0);
    if (row < 0 || lacking.length > 0 || base.whole[row] <= 0 || years < needed) return NaN;
    return inUnit(base.part[row] / base.whole[row], indicator.unit);
  };
  const now = value(0);
  return {
    ...unmeasured(indicator.id),
    stage: indicator.stage,
    level: indicator.level,
    unit: indicator.unit,
    value: now,
    previous: value(1),
    status: Number.isNaN(now) ? 'not_measured' : 'no_target',
    people: Number.isNaN(now) ? 0 : base.people[at(0)],
    lacking,
    readiness: 1 - lacking.length / indicator.needs.length,
  };
}

const inUnit = (value: number, unit: Unit) =>
  unit === 'money' ? value / MONEY_SCALE : unit === 'points' ? 100 * value : value;

/** How many whole years are in view. */
function wholeYears({ window }: DeriveContext): number {
  return window ? Math.floor((window.until - window.from + 1) / YEAR) : 0;
}

const unmeasured = (metric: string): Standing => ({
  stage: '',
  level: '',
  metric,
  unit: '',
  value: NaN,
  previous: NaN,
  target: NaN,
  owner: '',
  status: 'not_measured',
  people: 0,
  lacking: [],
  readiness: 0,
});

/** What the file says of stage and level stands; a share above 1 is in per cent. */
function withTarget(measured: Standing, { stage, level, target: given, owner }: Target): Standing {
  const target = measured.unit === 'share' && given > 1 ? given / 100 : given;
  const { lessIsBetter = false } = INDICATORS.find(({ id }) => id === measured.metric) ?? {};
  const isMet = lessIsBetter ? measured.value <= target : measured.value >= target;
  const known = !Number.isNaN(measured.value);
  return {
    ...measured,
    stage: stage.trim() === '' ? measured.stage : stageNamed(stage),
    level: level.trim() === '' ? measured.level : levelNamed(level),
    target,
    owner,
    status: !known ? 'not_measured' : Number.isNaN(target) ? 'no_target' : isMet ? 'met' : 'missed',
  };
}
