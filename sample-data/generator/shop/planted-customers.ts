import { monthOf, seasonOf } from '../foundations/calendar';
import { netPromoter } from '../measures/feedback';
import type { Purchase } from '../measures/ledger';
import { cohortsWhere, pooledRetention, resurrectingIn } from '../measures/retention';
import { sixDigits, type PlantedTruth } from '../measures/truth';
import * as plan from './plan';
import { spendByChannel, type Evidence } from './evidence';

const FIRST_YEAR = { from: 1, to: 12 };

export function plantedInAcquisition({ shop, newByChannel }: Evidence): PlantedTruth[] {
  const spend = spendByChannel(shop);
  const cac = Object.fromEntries(
    plan.MONTHLY_SPEND.map(({ channel }) => [channel, (spend[channel] ?? 0) / (newByChannel.get(channel) ?? 0)]),
  );
  return [
    {
      id: 'dear_social',
      stage: 'acquisition',
      sentence: 'A customer won through social media costs about five times as much as one won through the newsletter.',
      metric: 'acquisition.cac',
      recover: "model = last: cac of 'Social' / cac of 'Newsletter'",
      counted: sixDigits((cac['Social'] ?? 0) / (cac['Newsletter'] ?? 1)),
      low: 3.5,
      high: 6.5,
      details: Object.fromEntries(Object.entries(cac).map(([channel, value]) => [`cac ${channel}`, sixDigits(value)])),
    },
  ];
}

export function plantedInRetention(evidence: Evidence): PlantedTruth[] {
  return [
    newsletterReturns(evidence),
    decemberReturns(evidence),
    winBackMonth(evidence),
    warningsBeforeStopping(evidence),
  ];
}

function newsletterReturns({ histories, buyerByKey }: Evidence): PlantedTruth {
  // The channel of unlisted buyers stands in no file: they are among the others.
  const isFromNewsletter = (key: string): boolean => {
    const buyer = buyerByKey.get(key);
    return buyer?.isListed === true && buyer.channel === 'Newsletter';
  };
  const came = (viaNewsletter: boolean): Purchase[][] =>
    [...histories].filter(([key]) => isFromNewsletter(key) === viaNewsletter).map(([, history]) => history);
  const newsletter = pooledRetention(came(true), plan.OBSERVED_UNTIL, FIRST_YEAR);
  const others = pooledRetention(came(false), plan.OBSERVED_UNTIL, FIRST_YEAR);
  return {
    id: 'newsletter_returns',
    stage: 'retention',
    sentence: 'Customers won through the newsletter come back about twice as often, month by month, as all others.',
    metric: 'retention_curve.active, retention_curve.eligible',
    recover:
      "unit = month: sum(active)/sum(eligible) over periods 1 to 12 with filter.customer 'Acquisition Channel' = Newsletter, over the same for all other customers",
    planted: 2,
    counted: sixDigits(newsletter / others),
    low: 1.75,
    high: 2.25,
    details: { newsletter: sixDigits(newsletter), others: sixDigits(others) },
  };
}

function decemberReturns({ histories }: Evidence): PlantedTruth {
  const rate = (inDecember: boolean): number =>
    pooledRetention(
      cohortsWhere(histories.values(), (month) => (seasonOf(month) === 11) === inDecember),
      plan.OBSERVED_UNTIL,
      FIRST_YEAR,
    );
  return {
    id: 'december_cohorts',
    stage: 'retention',
    sentence: 'Customers who first buy in a December come back about half as often as the others.',
    metric: 'cohort_retention.active, cohort_retention.cohort_size',
    recover:
      'unit = month, complete cells of periods 1 to 12: sum(active)/sum(cohort_size) of cohorts 2023-12 and 2024-12, over the same for all other cohorts',
    planted: plan.DECEMBER_RETURN_PERCENT / 100,
    counted: sixDigits(rate(true) / rate(false)),
    low: 0.38,
    high: 0.65,
    details: { december: sixDigits(rate(true)), others: sixDigits(rate(false)) },
  };
}

function winBackMonth({ histories, shop }: Evidence): PlantedTruth {
  const months = [plan.WIN_BACK.month - 3, plan.WIN_BACK.month - 2, plan.WIN_BACK.month - 1];
  const before = months.reduce((sum, month) => sum + resurrectingIn(histories.values(), month), 0) / months.length;
  const during = resurrectingIn(histories.values(), plan.WIN_BACK.month);
  const wonBack = new Set(
    shop.sold.filter((line) => line.order.campaign === plan.WIN_BACK.campaign).map((line) => line.order.customer),
  );
  return {
    id: 'win_back_month',
    stage: 'retention',
    sentence:
      'The letter “We miss you” of October 2024 brought back customers who had been quiet for half a year: twice as many resurrecting customers as in a usual month.',
    metric: 'lifecycle_flow.resurrecting',
    recover: 'unit = month: resurrecting of 2024-10 / mean of 2024-07, 2024-08 and 2024-09',
    counted: sixDigits(during / before),
    low: 1.7,
    high: 2.7,
    details: {
      resurrecting_2024_10: during,
      mean_of_three_before: sixDigits(before),
      customers_of_the_campaign: wonBack.size,
    },
  };
}

function warningsBeforeStopping({ shop, buyerByKey }: Evidence): PlantedTruth {
  const firstWave = shop.answers.filter((answer) => monthOf(answer.day) < monthOf(plan.WINDOWS.before.to));
  const scores = (defects: boolean): number[] =>
    firstWave
      .filter((answer) => (buyerByKey.get(answer.customer)?.defectsIn !== null) === defects)
      .map((answer) => answer.score);
  const [stopping, staying] = [netPromoter(scores(true)), netPromoter(scores(false))];
  return {
    id: 'warnings_before_stopping',
    stage: 'feedback',
    sentence:
      'Keen customers who stopped in the first half of 2024 had said so in December 2023: their NPS was far below that of the others.',
    metric: 'feedback.nps',
    recover:
      'answers of December 2023: nps of everybody else less nps of the customers planned to stop (their keys are in `details`)',
    counted: sixDigits(staying.nps - stopping.nps),
    low: 40,
    high: 130,
    details: {
      answers_of_stoppers: stopping.responders,
      nps_of_stoppers: sixDigits(stopping.nps),
      nps_of_others: sixDigits(staying.nps),
      stoppers: shop.buyers
        .filter((buyer) => buyer.defectsIn !== null)
        .map((buyer) => buyer.key)
        .join(' '),
    },
  };
}
