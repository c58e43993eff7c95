/** The four stages of the life cycle. Each has one colour on all pages. */
export type Stage = 'selection' | 'acquisition' | 'retention' | 'growth';

/** The steps to the purchase and beyond, in order. */
export const FUNNEL_STAGES = [
  'aware',
  'understands',
  'considers',
  'pre_sale',
  'evaluates',
  'customer',
  'repeat_customer',
  'grown',
] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** The steps that a dated column or a stage column of a file can state; the last three come from transactions. */
export const STATED_STAGES = FUNNEL_STAGES.slice(0, 5);
