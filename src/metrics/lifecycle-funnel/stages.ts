import { FUNNEL_STAGES, type FunnelStage, type Stage } from '../../domain/lifecycle';
import type { MetricTable, TableRow } from '../metric';
import type { lifecycleFunnel } from './definition';

export type Reading = 'reached' | 'in_order';

export interface FunnelRow {
  readonly key: string;
  readonly group: string;
  readonly stage: FunnelStage;
  readonly customers: number;
  readonly ofFirst: number;
  /** NaN in the first stage. */
  readonly ofPrevious: number;
  readonly low: number;
  readonly high: number;
  readonly medianDays: number;
  readonly row: TableRow;
}

/** What a customer of the stage has done. */
export const STAGE_WORDS: Readonly<Record<FunnelStage, string>> = {
  aware: 'heard of us',
  understands: 'understood the offer',
  considers: 'considered it',
  pre_sale: 'were in pre-sale',
  evaluates: 'evaluated it',
  customer: 'bought',
  repeat_customer: 'bought again',
  grown: 'bought a new category',
};
/** The step itself, for naming what is missing. */
const STEP_NAMES: Readonly<Record<FunnelStage, string>> = {
  aware: 'awareness',
  understands: 'understanding',
  considers: 'consideration',
  pre_sale: 'pre-sale',
  evaluates: 'evaluation',
  customer: 'the purchase',
  repeat_customer: 'a second purchase',
  grown: 'a new category',
};
export const stageHue = (stage: FunnelStage): Stage =>
  stage === 'repeat_customer' ? 'retention' : stage === 'grown' ? 'growth' : 'acquisition';

/** Rows of one reading by group, stages in order; the one group without a breakdown is ''. */
export function readFunnel(table: MetricTable<typeof lifecycleFunnel>, reading: Reading): Map<string, FunnelRow[]> {
  const groups = new Map<string, FunnelRow[]>();
  const names = (table as { readonly group?: readonly string[] }).group;
  table.stage.forEach((stage, i) => {
    if (table.reading[i] !== reading) return;
    const group = names?.[i] ?? '';
    const rows = groups.get(group) ?? [];
    groups.set(group, rows);
    rows.push({
      key: `${group} ${stage}`,
      group,
      stage: stage as FunnelStage,
      customers: table.customers[i],
      ofFirst: table.share_of_first[i],
      ofPrevious: table.share_of_previous[i],
      low: table.ci_low[i],
      high: table.ci_high[i],
      medianDays: table.median_days_from_previous[i],
      row: { ...(names ? { group } : {}), reading, stage, customers: table.customers[i] },
    });
  });
  for (const rows of groups.values())
    rows.sort((a, b) => FUNNEL_STAGES.indexOf(a.stage) - FUNNEL_STAGES.indexOf(b.stage));
  return groups;
}

/** Stages that no column tells of. */
export function missingSteps(rows: readonly FunnelRow[]): string[] {
  const found = new Set(rows.map(({ stage }) => stage));
  return FUNNEL_STAGES.filter((stage) => !found.has(stage)).map((stage) => STEP_NAMES[stage]);
}
