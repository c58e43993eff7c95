import { monthOf } from '../foundations/calendar';
import { scorecardOf } from '../measures/scorecard';
import { sixDigits, type PlantedTruth } from '../measures/truth';
import type { Evidence } from './evidence';
import * as plan from './plan';
import { TARGETS } from './targets';

/** What the last year brought for each target that the other files can measure. */
export function targetsAndValues({ shop, lines, histories }: Evidence) {
  const months = { from: monthOf(plan.WINDOWS.now.from), to: monthOf(plan.WINDOWS.now.to) };
  const spent = shop.spend
    .filter(({ month }) => month >= months.from && month <= months.to)
    .reduce((sum, row) => sum + row.pounds, 0);
  const { touches, answers } = shop;
  const values = scorecardOf({ lines, histories, touches, answers, spent }, plan.WINDOWS);
  return TARGETS.flatMap(({ figure, target, isShare, lessIsBetter }) => {
    if (figure === null) return [];
    const value = values[figure];
    const aim = isShare ? target / 100 : target;
    return [{ figure, value, aim, isMet: lessIsBetter ? value <= aim : value >= aim }];
  });
}

export function plantedInAccountability(evidence: Evidence): PlantedTruth[] {
  const judged = targetsAndValues(evidence);
  const cost = judged.find(({ figure }) => figure === 'cac');
  const others = judged.filter(({ figure, isMet }) => figure !== 'cac' && !isMet);
  const off = ({ value, aim }: { value: number; aim: number }): number => Math.abs(value / aim - 1);
  const worst = Math.max(...others.map(off));
  return [
    {
      id: 'targets_met',
      stage: 'accountability',
      sentence:
        'Of the nine targets that the files can measure five are met; how many customers are won and what one costs are missed.',
      metric: 'scorecard.status',
      recover: 'rows with status met; the letters answered in time are measured by no file',
      planted: 5,
      counted: judged.filter(({ isMet }) => isMet).length,
      low: 5,
      high: 5,
      details: Object.fromEntries(judged.map(({ figure, value }) => [figure, sixDigits(value)])),
    },
    {
      id: 'cost_of_winning_missed',
      stage: 'accountability',
      sentence: 'Winning a customer costs about a fifth more than it should, further off than anything else.',
      metric: 'scorecard.value, scorecard.target',
      recover: "value / target of 'cac'",
      counted: sixDigits(cost ? cost.value / cost.aim : 0),
      low: sixDigits(1 + worst),
      high: 1.3,
      details: { 'furthest off of the others': sixDigits(worst) },
    },
  ];
}
