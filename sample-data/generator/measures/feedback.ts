export interface NetPromoter {
  responders: number;
  promoters: number;
  passives: number;
  detractors: number;
  nps: number;
}

/** Scores of 9 and 10 promote, 0 to 6 detract; points from -100 to 100. */
export function netPromoter(scores: readonly number[]): NetPromoter {
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const responders = scores.length;
  return {
    responders,
    promoters,
    passives: responders - promoters - detractors,
    detractors,
    nps: (100 * (promoters - detractors)) / responders,
  };
}
