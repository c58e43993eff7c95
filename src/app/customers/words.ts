import { FUNNEL_STAGES, type FunnelStage } from '../../domain/lifecycle';

const STAGE_NAMES: Readonly<Record<FunnelStage, string>> = {
  aware: 'heard of us',
  understands: 'understood the offer',
  considers: 'considered it',
  pre_sale: 'was in pre-sale',
  evaluates: 'evaluated it',
  customer: 'bought first',
  repeat_customer: 'bought again',
  grown: 'bought a new category',
};
/** What one customer did at a stage. */
export const stageWords = (stage: string): string => {
  const known = FUNNEL_STAGES.find((one) => one === stage);
  return known ? STAGE_NAMES[known] : stage;
};
