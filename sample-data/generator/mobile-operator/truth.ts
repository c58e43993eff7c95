import { isoDate } from '../foundations/calendar';
import { cliffOf, cliffRatio, survivalAt } from '../measures/contracts';
import { netPromoter } from '../measures/feedback';
import { purchasesByCustomer, summarise, type LedgerLine } from '../measures/ledger';
import { customerPair } from '../measures/pairs';
import { exactSummary, sixDigits, type CompanyTruth, type PlantedTruth } from '../measures/truth';
import type { Contract } from './contract';
import * as plan from './plan';
import { isValid, type Answer } from './survey';

export function mobileOperatorTruth(
  contracts: readonly Contract[],
  invoices: readonly LedgerLine[],
  answers: readonly Answer[],
): CompanyTruth {
  const summary = summarise(invoices);
  const valid = answers.filter(isValid);
  return {
    company: 'mobile-operator',
    name: 'Nordlicht Mobil',
    currency: 'EUR',
    observed_until: isoDate(plan.OBSERVED_UNTIL),
    exact: {
      rows: { 'kunden.csv': contracts.length, 'rechnungen.csv': invoices.length, 'zufriedenheit.xlsx': answers.length },
      ...exactSummary(summary, contracts.length),
      contracts_with_a_term: contracts.filter((contract) => contract.endOfTerm !== null).length,
      contracts_ended: contracts.filter((contract) => contract.endedOn !== null).length,
      survey_rows_rejected: answers.length - valid.length,
      nps: netPromoter(valid.map((answer) => answer.score)),
    },
    truths: [
      ...cliffs(contracts),
      ...survivals(contracts),
      rewardedRecommend(valid),
      detractorsLeave(valid),
      insuranceFollowsDevice(invoices),
    ],
  };
}

function withStrategy(contracts: readonly Contract[], strategy: plan.Strategy): Contract[] {
  return contracts.filter((contract) => contract.strategy === strategy);
}

function cliffs(contracts: readonly Contract[]): PlantedTruth[] {
  const ratioOf = (
    id: string,
    strategy: 'Strafgebühr' | 'Prämie',
    sentence: string,
    low: number,
    high: number,
  ): PlantedTruth => {
    const own = withStrategy(contracts, strategy);
    const cells = cliffOf(own, plan.OBSERVED_UNTIL, { from: -6, to: 0 });
    const hazards = plan.HAZARDS[strategy];
    return {
      id,
      stage: 'retention',
      sentence,
      metric: 'contract_cliff.at_risk, contract_cliff.ended',
      recover: `strategy = ${strategy === 'Prämie' ? 'reward' : 'penalty'} (Bindung = ${strategy}): hazard in the month after the end of term / mean hazard of the six months before`,
      planted: sixDigits(hazards.cliff / hazards.before),
      counted: sixDigits(cliffRatio(own, plan.OBSERVED_UNTIL)),
      low,
      high,
      details: Object.fromEntries(
        cells.map((cell) => [`month ${cell.monthsFromEnd}`, `${cell.ended} of ${cell.atRisk}`]),
      ),
    };
  };
  return [
    ratioOf(
      'penalty_cliff',
      'Strafgebühr',
      'Where leaving early costs a fee, about ten times as many leave in the month after the term as in a month before: a cliff.',
      8,
      12,
    ),
    ratioOf('reward_no_cliff', 'Prämie', 'Where staying is rewarded, the end of the term changes nothing.', 0.6, 1.6),
  ];
}

function survivals(contracts: readonly Contract[]): PlantedTruth[] {
  const days = [365, 912];
  const [rewardYear = 0, rewardLate = 0] = survivalAt(withStrategy(contracts, 'Prämie'), plan.OBSERVED_UNTIL, days);
  const [penaltyYear = 0, penaltyLate = 0] = survivalAt(
    withStrategy(contracts, 'Strafgebühr'),
    plan.OBSERVED_UNTIL,
    days,
  );
  const details = {
    reward_365: sixDigits(rewardYear),
    penalty_365: sixDigits(penaltyYear),
    reward_912: sixDigits(rewardLate),
    penalty_912: sixDigits(penaltyLate),
  };
  const truth = (
    id: string,
    sentence: string,
    day: number,
    counted: number,
    low: number,
    high: number,
  ): PlantedTruth => ({
    id,
    stage: 'retention',
    sentence,
    metric: 'survival.survival',
    recover: `survival.by = Bindung: S(${day} days) of reward less S(${day} days) of penalty`,
    counted: sixDigits(counted),
    low,
    high,
    details,
  });
  return [
    truth(
      'penalty_holds_at_first',
      'In the first year the fee holds more customers than the reward does: the curves cross later.',
      365,
      rewardYear - penaltyYear,
      -0.08,
      -0.005,
    ),
    truth(
      'reward_holds_longer',
      'After thirty months far more of the rewarded customers are left.',
      912,
      rewardLate - penaltyLate,
      0.06,
      0.25,
    ),
  ];
}

type ValidAnswer = Answer & { score: number };

function rewardedRecommend(valid: readonly ValidAnswer[]): PlantedTruth {
  const npsOf = (strategy: plan.Strategy) =>
    netPromoter(valid.filter((answer) => answer.contract.strategy === strategy).map((answer) => answer.score));
  const [reward, penalty] = [npsOf('Prämie'), npsOf('Strafgebühr')];
  return {
    id: 'rewarded_recommend',
    stage: 'feedback',
    sentence: 'Rewarded customers recommend the company; customers held by a fee do not.',
    metric: 'feedback.nps',
    recover: 'feedback.by = Bindung: nps of reward less nps of penalty, in points',
    counted: sixDigits(reward.nps - penalty.nps),
    low: 40,
    high: 85,
    details: {
      nps_reward: sixDigits(reward.nps),
      nps_penalty: sixDigits(penalty.nps),
      responders_reward: reward.responders,
      responders_penalty: penalty.responders,
    },
  };
}

function detractorsLeave(valid: readonly ValidAnswer[]): PlantedTruth {
  const leftOf = (from: number, to: number): number => {
    const band = valid.filter((answer) => answer.score >= from && answer.score <= to);
    return band.filter((answer) => answer.contract.endedOn !== null).length / band.length;
  };
  const [detractors, promoters] = [leftOf(0, 6), leftOf(9, 10)];
  return {
    id: 'detractors_leave',
    stage: 'feedback',
    sentence: 'Detractors of November 2024 left several times as often by June 2025 as promoters.',
    metric: 'survival by NPS band',
    recover: 'share of detractors with an end by observed_until / the same share of promoters',
    counted: sixDigits(detractors / promoters),
    low: 2,
    high: 9,
    details: { detractors: sixDigits(detractors), promoters: sixDigits(promoters) },
  };
}

function insuranceFollowsDevice(invoices: readonly LedgerLine[]): PlantedTruth {
  const pair = customerPair(purchasesByCustomer(invoices), 'categories', 'Gerät', 'Versicherung');
  return {
    id: 'device_brings_insurance',
    stage: 'growth',
    sentence:
      'Who takes a device with the contract is about four times as likely as anybody to insure it, mostly with the next invoice.',
    metric: 'cross_sell.lift',
    recover: 'item = category, level = customer, from = Gerät, to = Versicherung: lift',
    counted: sixDigits(pair.lift),
    low: 3.2,
    high: 4.6,
    details: {
      n: pair.n,
      n_from: pair.nFrom,
      n_to: pair.nTo,
      n_both: pair.nBoth,
      from_first: pair.fromFirst,
      to_first: pair.toFirst,
    },
  };
}
