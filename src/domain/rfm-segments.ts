/** Segments by recency, and by frequency and money together, the best first. */
export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'potential_loyalist',
  'new',
  'promising',
  'need_attention',
  'about_to_sleep',
  'cannot_lose',
  'at_risk',
  'hibernating',
  'lost',
] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

const BY_FM: Readonly<Record<number, readonly RfmSegment[]>> = {
  5: ['new', 'potential_loyalist', 'potential_loyalist', 'loyal', 'champions'],
  4: ['promising', 'potential_loyalist', 'potential_loyalist', 'loyal', 'champions'],
  3: ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'],
  2: ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cannot_lose'],
  1: ['lost', 'lost', 'at_risk', 'at_risk', 'cannot_lose'],
};

/** Frequency and money as one score: floor((F + M + 1) / 2). METRICS.md, `rfm`. */
export const fmScore = (frequency: number, monetary: number): number => Math.floor((frequency + monetary + 1) / 2);

/** The segment of scores 1 to 5. METRICS.md, `rfm`. */
export const segmentOf = (recency: number, frequencyAndMoney: number): RfmSegment =>
  BY_FM[recency][frequencyAndMoney - 1];
