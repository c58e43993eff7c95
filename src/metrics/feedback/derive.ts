import { isPromoterScale } from '../../domain/answer-bands';
import { compareUtf8 } from '../../domain/keys';
import { promoterScore } from '../../statistics/promoter-score';
import type { Derive, Remark } from '../metric';
import type { feedback } from './definition';

interface Group {
  readonly name: string;
  /** Answers by band, and their weights added up. */
  readonly counts: [number, number, number];
  readonly weights: [number, number, number];
  /** Customers behind them: of all, and by band. */
  people: number;
  readonly peopleOf: [number, number, number];
  squares: number;
}

/** The score of each group from weighted shares; the counts stay counts. Groups in the order of their names by UTF-8. */
export const derive: Derive<typeof feedback> = (base, context, { by }) => {
  const { texts, ofCustomers } =
    by === '' ? { texts: [], ofCustomers: true } : (context.answerAttribute?.(by) ?? missingTexts(by));
  const weights = context.names('weight').map(Number);
  const groups = new Map<number, Group>();
  base.part.forEach((part, row) => {
    const name = by === '' ? 'all' : (texts[part - 1] ?? '');
    const group = groups.get(part) ?? emptyGroup(name);
    groups.set(part, group);
    const [band, count, weight] = [base.band[row], base.answers[row], weights[base.weight[row]]];
    group.counts[band] += count;
    group.weights[band] += count * weight;
    group.people = base.people[row];
    group.peopleOf[band] = base.people_of_band[row];
    group.squares += count * weight ** 2;
  });
  const rows = [...groups.values()]
    .sort((a, b) => compareUtf8(a.name, b.name))
    .map(({ weights: [low, middle, high], squares, ...group }) => {
      const all = low + middle + high;
      const effective = all ** 2 / squares;
      return { ...group, effective, ...promoterScore(high / all, low / all, effective) };
    });
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  return {
    group: rows.map(({ name }) => name),
    responders: column(({ counts }) => counts[0] + counts[1] + counts[2]),
    promoters: column(({ counts }) => counts[2]),
    passives: column(({ counts }) => counts[1]),
    detractors: column(({ counts }) => counts[0]),
    nps: column(({ score }) => score),
    se: column(({ se }) => se),
    ci_low: column(({ low }) => low),
    ci_high: column(({ high }) => high),
    effective: column((row) => row.effective),
    scale: column(() => base.scale[0]),
    of_customers: column(() => (ofCustomers ? 1 : 0)),
    people: column(({ people }) => people),
    promoting: column(({ peopleOf }) => peopleOf[2]),
    passive: column(({ peopleOf }) => peopleOf[1]),
    detracting: column(({ peopleOf }) => peopleOf[0]),
  };
};

const emptyGroup = (name: string): Group => ({
  name,
  counts: [0, 0, 0],
  weights: [0, 0, 0],
  people: 0,
  peopleOf: [0, 0, 0],
  squares: 0,
});
const missingTexts = (by: string): never => {
  throw new Error(`the context knows no answers, yet feedback is broken down by ${by}`);
};

/** What another scale makes of the columns. */
export const remark: Remark<typeof feedback> = ({ scale }) => {
  const [of] = scale;
  if (of === undefined || isPromoterScale(of)) return null;
  const [from, bands] = BAND_WORDS[of as keyof typeof BAND_WORDS];
  return `The scores are of a scale of ${from} to ${of}, so this is no Net Promoter Score: ${bands}, and nps is the share of the first less that of the last, in points.`;
};

const BAND_WORDS = {
  5: [1, 'promoters are 4 and 5, passives 3, detractors 1 and 2'],
  7: [1, 'promoters are 6 and 7, passives 5, detractors 1 to 4'],
  100: [0, 'promoters are 90 to 100, passives 61 to 89, detractors 0 to 60'],
} as const;
