import type { Component } from 'svelte';
import type { Formatter } from '../domain/format';
import type { catalog, MetricId } from './catalog';
import type { Against, ChartProps, Pick } from './chart-props';
import { chosen, type Choices, type ChoiceSpecs } from './choices';
import type { AnyMetric, AnyOptions, Finding, InView, MetricOptions, MetricTable, Table } from './metric';
import BasketRules from './basket-rules/Chart.svelte';
import { choices as basketRulesChoices } from './basket-rules/choices';
import { finding as basketRulesFinding } from './basket-rules/finding';
import Acquisition from './acquisition/Chart.svelte';
import { choices as acquisitionChoices } from './acquisition/choices';
import { finding as acquisitionFinding } from './acquisition/finding';
import AtRisk from './at-risk/Chart.svelte';
import { finding as atRiskFinding } from './at-risk/finding';
import * as riskRival from './at-risk/rival';
import BuyingAndAway from './buying-and-away/Chart.svelte';
import { finding as buyingAndAwayFinding } from './buying-and-away/finding';
import * as awayRival from './buying-and-away/rival';
import CategoryBreadth from './category-breadth/Chart.svelte';
import { finding as categoryBreadthFinding } from './category-breadth/finding';
import ChurnRate from './churn-rate/Chart.svelte';
import { choices as churnRateChoices } from './churn-rate/choices';
import { finding as churnRateFinding } from './churn-rate/finding';
import { rivalWords as churnRivalWords } from './churn-rate/rival';
import Clv from './clv/Chart.svelte';
import { finding as clvFinding } from './clv/finding';
import ClvModel from './clv/Model.svelte';
import { finding as clvModelFinding } from './clv/model-finding';
import ClvHoldout from './clv/Holdout.svelte';
import { finding as clvHoldoutFinding } from './clv/holdout-finding';
import ClvConditional from './clv/Conditional.svelte';
import { finding as clvConditionalFinding } from './clv/conditional-finding';
import CohortRetention from './cohort-retention/Chart.svelte';
import { choices as cohortRetentionChoices } from './cohort-retention/choices';
import { cohortLines } from './cohort-retention/curves';
import * as cohortRival from './cohort-retention/rival';
import { readCohorts } from './cohort-retention/triangle';
import CurvesByCohort from './cohort-retention/CurvesByCohort.svelte';
import { curvesFinding, finding as cohortRetentionFinding } from './cohort-retention/finding';
import CohortValue from './cohort-value/Chart.svelte';
import { finding as cohortValueFinding } from './cohort-value/finding';
import ContractCliff from './contract-cliff/Chart.svelte';
import { choices as contractCliffChoices } from './contract-cliff/choices';
import { finding as contractCliffFinding } from './contract-cliff/finding';
import { rivalWords as cliffRivalWords } from './contract-cliff/rival';
import CrossSell from './cross-sell/Chart.svelte';
import { choices as crossSellChoices, fieldChoices } from './cross-sell/choices';
import CrossSellField from './cross-sell/Field.svelte';
import { fieldFinding } from './cross-sell/field-finding';
import { finding as crossSellFinding } from './cross-sell/finding';
import CrossSellPairs from './cross-sell/Lists.svelte';
import { listsFinding as crossSellPairsFinding } from './cross-sell/lists-finding';
import Bridge from './customer-balance/Bridge.svelte';
import CustomerBalance from './customer-balance/Chart.svelte';
import * as balanceFindings from './customer-balance/finding';
import KeptByWorth from './customer-balance/KeptByWorth.svelte';
import { keptMoneyWords, keptRivalWords } from './customer-balance/rival';
import KeptRate from './customer-balance/KeptRate.svelte';
import NewCategory from './customer-balance/NewCategory.svelte';
import NewByPeriod from './customer-balance/NewCustomers.svelte';
import Feedback from './feedback/Chart.svelte';
import { finding as feedbackFinding } from './feedback/finding';
import KpiTree from './kpi-tree/Chart.svelte';
import { finding as kpiTreeFinding } from './kpi-tree/finding';
import Fragmentation from './fragmentation/Chart.svelte';
import { finding as fragmentationFinding } from './fragmentation/finding';
import LifecycleFlow from './lifecycle-flow/Chart.svelte';
import { finding as lifecycleFlowFinding, newCustomersFinding } from './lifecycle-flow/finding';
import * as flowRival from './lifecycle-flow/rival';
import NewCustomers from './lifecycle-flow/NewCustomers.svelte';
import LifecycleFunnel from './lifecycle-funnel/Chart.svelte';
import { choices as lifecycleFunnelChoices } from './lifecycle-funnel/choices';
import { finding as lifecycleFunnelFinding } from './lifecycle-funnel/finding';
import ByGroup from './retention-curve/ByGroup.svelte';
import { readCurve, readGroups } from './retention-curve/curve';
import NextOffer from './next-offer/Chart.svelte';
import { campaignRows } from './next-offer/offers';
import { finding as nextOfferFinding } from './next-offer/finding';
import NextOfferHoldout from './next-offer/Holdout.svelte';
import { finding as nextOfferHoldoutFinding } from './next-offer/holdout-finding';
import RetentionCurve from './retention-curve/Chart.svelte';
import * as curveRival from './retention-curve/rival';
import { choices as retentionCurveChoices } from './retention-curve/choices';
import { finding as retentionCurveFinding, groupsFinding } from './retention-curve/finding';
import RetentionStrategies from './retention-strategies/Chart.svelte';
import { finding as retentionStrategiesFinding } from './retention-strategies/finding';
import { rivalWords as strategiesRivalWords } from './retention-strategies/rival';
import RfmCuts from './rfm/Cuts.svelte';
import { finding as rfmCutsFinding } from './rfm/cuts-finding';
import Rfm from './rfm/Chart.svelte';
import * as rfmFindings from './rfm/finding';
import RfmMoves from './rfm/Moves.svelte';
import RfmSegments from './rfm/Segments.svelte';
import { readMoves } from './rfm/standings';
import Portfolio from './scorecard/Portfolio.svelte';
import Scorecard from './scorecard/Chart.svelte';
import * as scorecardFindings from './scorecard/finding';
import { rivalWords as scorecardRivalWords } from './scorecard/rival';
import Survival from './survival/Chart.svelte';
import { choices as survivalChoices } from './survival/choices';
import * as survivalFindings from './survival/finding';
import * as survivalRival from './survival/rival';
import ContractRenewals from './survival/Renewals.svelte';
import { renewalsFinding } from './survival/renewals-finding';
import SurvivalSummary from './survival/Summary.svelte';
import SurvivalTests from './survival/Tests.svelte';
import UnifiedCustomers from './unified-customers/Chart.svelte';
import { finding as unifiedCustomersFinding } from './unified-customers/finding';
import ShareOfCustomer from './share-of-customer/Chart.svelte';
import ShareGap from './share-of-customer/Gap.svelte';
import { gapFinding, segmentsFinding } from './share-of-customer/gap-finding';
import ShareSegments from './share-of-customer/Segments.svelte';
import { finding as shareOfCustomerFinding } from './share-of-customer/finding';
import { readValueCurve } from './value-curve/curve';
import ValueCurve from './value-curve/Chart.svelte';
import { finding as valueCurveFinding } from './value-curve/finding';
import ValueQuintiles from './value-quintiles/Chart.svelte';
import { finding as valueQuintilesFinding } from './value-quintiles/finding';

export { chosen, type Against, type ChartProps, type Choices, type ChoiceSpecs, type Pick };
export { DENSE as FIELD_FROM } from './cross-sell/dense';
export { readCliffs } from './contract-cliff/cliffs';
export { NPS_BAND } from './survival/nps-bands';
export { crossing } from './survival/crossing';
export { atRiskAt, readCurves, shareAt, timeWords } from './survival/curves';
export { readBalances, type Balance } from './customer-balance/balance';
export { balanceSentence, headlineFigures, type HeadlineFigure } from './customer-balance/headline';
export { lostBestRequest, nextActions, type NextAction, type Runner } from './customer-balance/next-action';
export { inWords, periodBefore, periodWords, shortWords } from './customer-balance/period';

type About = () => Promise<{ readonly default: string }>;

/** The page's half of a metric, or another look at it. */
export interface View<M extends AnyMetric> {
  /** In a manager's words; the definition's title where it is left out. */
  readonly title?: string;
  readonly chart: Component<ChartProps<M>>;
  /** What the reader may choose about the picture. */
  readonly choices?: ChoiceSpecs;
  /** There are rows, but none that the chart could draw. */
  readonly isEmpty?: (table: MetricTable<M>, options: MetricOptions<M>) => boolean;
  /** Pure. Null where the data do not carry a sentence. */
  readonly finding: (
    table: MetricTable<M>,
    context: ChartProps<M>['context'],
    format: Formatter,
    options: MetricOptions<M>,
    choices: Choices,
    against?: Against<M> | null,
  ) => Finding | null;
  /** Its chart and sentence can set another period beside the one in view. */
  readonly compares?: boolean;
  readonly rival?: Rival<M>;
  /** The same rows as a list to act on, beside the table in the export. */
  readonly list?: ExportedList<M>;
  /** Said in place of an empty chart, where that is an answer and not a lack of data. */
  readonly nothing?: string;
  /** HTML of about.md, rendered when the page was built. */
  readonly about: About;
}

/** The same number by a rival definition, to stand beside it. */
interface Rival<M extends AnyMetric> {
  /** What to ask in place of the options in view; null where there is no rival. Left out, the table in view tells. */
  readonly options?: (
    table: MetricTable<M>,
    options: MetricOptions<M>,
    available: ReadonlySet<string>,
  ) => Partial<MetricOptions<M>> | null;
  /** A sentence from the rival's table, and what is in view; '' where the data do not carry one. */
  readonly words: (
    table: MetricTable<M>,
    format: Formatter,
    options: MetricOptions<M>,
    choices: Choices,
    inView: InView<MetricTable<M>>,
  ) => string;
  /** A sentence from the table in view, where there is nothing else to ask. */
  readonly otherwise?: (table: MetricTable<M>, format: Formatter, options: MetricOptions<M>) => string;
}

/** Some rows and columns of a table, in an order of their own. */
interface ExportedList<M extends AnyMetric> {
  /** `List by offer` */
  readonly label: string;
  readonly columns: readonly (keyof M['table'] & string)[];
  readonly rows: (table: MetricTable<M>) => readonly number[];
}

/** The same, checked against its metric where it is written. */
export interface LooseRival {
  readonly options?: (table: Table, options: AnyOptions, available: ReadonlySet<string>) => AnyOptions | null;
  readonly words: (table: Table, format: Formatter, options: AnyOptions, choices: Choices, inView: InView) => string;
  readonly otherwise?: (table: Table, format: Formatter, options: AnyOptions) => string;
}

const about = {
  basket_rules: () => import('./basket-rules/about.md?html'),
  acquisition: () => import('./acquisition/about.md?html'),
  at_risk: () => import('./at-risk/about.md?html'),
  buying_and_away: () => import('./buying-and-away/about.md?html'),
  feedback: () => import('./feedback/about.md?html'),
  category_breadth: () => import('./category-breadth/about.md?html'),
  churn_rate: () => import('./churn-rate/about.md?html'),
  clv: () => import('./clv/about.md?html'),
  clv_model: () => import('./clv/about-model.md?html'),
  clv_holdout: () => import('./clv/about-holdout.md?html'),
  clv_conditional: () => import('./clv/about-conditional.md?html'),
  clv_contract: () => import('./survival/about.md?html'),
  cohort_retention: () => import('./cohort-retention/about.md?html'),
  cohort_value: () => import('./cohort-value/about.md?html'),
  contract_cliff: () => import('./contract-cliff/about.md?html'),
  cross_sell: () => import('./cross-sell/about.md?html'),
  cross_sell_field: () => import('./cross-sell/about.md?html'),
  cross_sell_pairs: () => import('./cross-sell/about.md?html'),
  customer_balance: () => import('./customer-balance/about.md?html'),
  kpi_tree: () => import('./kpi-tree/about.md?html'),
  lifecycle_flow: () => import('./lifecycle-flow/about.md?html'),
  lifecycle_funnel: () => import('./lifecycle-funnel/about.md?html'),
  next_offer: () => import('./next-offer/about.md?html'),
  next_offer_holdout: () => import('./next-offer/about-holdout.md?html'),
  retention_curve: () => import('./retention-curve/about.md?html'),
  rfm: () => import('./rfm/about.md?html'),
  rfm_cuts: () => import('./rfm/about-cuts.md?html'),
  retention_strategies: () => import('./retention-strategies/about.md?html'),
  scorecard: () => import('./scorecard/about.md?html'),
  capability_portfolio: () => import('./scorecard/about.md?html'),
  survival: () => import('./survival/about.md?html'),
  survival_summary: () => import('./survival/about.md?html'),
  survival_tests: () => import('./survival/about.md?html'),
  fragmentation: () => import('./fragmentation/about.md?html'),
  unified_customers: () => import('./unified-customers/about.md?html'),
  share_of_customer: () => import('./share-of-customer/about.md?html'),
  share_by_segment: () => import('./share-of-customer/about.md?html'),
  wallet_gap: () => import('./share-of-customer/about.md?html'),
  value_curve: () => import('./value-curve/about.md?html'),
  value_quintiles: () => import('./value-quintiles/about.md?html'),
} satisfies Record<MetricId, About>;

/** The page's half of the catalogue; a metric left out is a type error. */
export const views: { readonly [Id in MetricId]: View<(typeof catalog)[Id]> } = {
  basket_rules: {
    chart: BasketRules,
    finding: basketRulesFinding,
    choices: basketRulesChoices,
    nothing: 'No rule reaches both shares, and no basket of several items is so frequent. Lower them to see more.',
    about: about.basket_rules,
  },
  buying_and_away: {
    chart: BuyingAndAway,
    finding: buyingAndAwayFinding,
    rival: { options: awayRival.rivalOptions, words: awayRival.rivalWords },
    about: about.buying_and_away,
  },
  category_breadth: { chart: CategoryBreadth, finding: categoryBreadthFinding, about: about.category_breadth },
  clv: { chart: Clv, finding: clvFinding, about: about.clv },
  clv_model: { chart: ClvModel, finding: clvModelFinding, about: about.clv_model },
  clv_holdout: { chart: ClvHoldout, finding: clvHoldoutFinding, about: about.clv_holdout },
  clv_conditional: { chart: ClvConditional, finding: clvConditionalFinding, about: about.clv_conditional },
  clv_contract: { chart: ContractRenewals, finding: renewalsFinding, about: about.clv_contract },
  cohort_retention: {
    chart: CohortRetention,
    finding: cohortRetentionFinding,
    choices: cohortRetentionChoices,
    rival: { options: cohortRival.rivalOptions, words: cohortRival.rivalWords },
    about: about.cohort_retention,
  },
  cross_sell: { chart: CrossSell, finding: crossSellFinding, choices: crossSellChoices, about: about.cross_sell },
  cross_sell_field: {
    chart: CrossSellField,
    finding: fieldFinding,
    choices: fieldChoices,
    isEmpty: ({ from }) => from.length < 2,
    about: about.cross_sell_field,
  },
  cross_sell_pairs: {
    chart: CrossSellPairs,
    finding: crossSellPairsFinding,
    nothing: 'No pair goes together, or stays apart, more than chance would have it.',
    about: about.cross_sell_pairs,
  },
  customer_balance: { chart: CustomerBalance, finding: balanceFindings.finding, about: about.customer_balance },
  kpi_tree: { chart: KpiTree, finding: kpiTreeFinding, about: about.kpi_tree },
  fragmentation: { chart: Fragmentation, finding: fragmentationFinding, about: about.fragmentation },
  acquisition: {
    chart: Acquisition,
    finding: acquisitionFinding,
    choices: acquisitionChoices,
    about: about.acquisition,
  },
  lifecycle_flow: {
    chart: LifecycleFlow,
    finding: lifecycleFlowFinding,
    rival: { options: flowRival.rivalOptions, words: flowRival.rivalWords },
    about: about.lifecycle_flow,
  },
  lifecycle_funnel: {
    chart: LifecycleFunnel,
    finding: lifecycleFunnelFinding,
    choices: lifecycleFunnelChoices,
    about: about.lifecycle_funnel,
  },
  next_offer: {
    chart: NextOffer,
    finding: nextOfferFinding,
    list: {
      label: 'First offers, by offer',
      columns: ['offer', 'customer', 'name', 'email', 'because', 'confidence', 'lift', 'expected_profit'],
      rows: campaignRows,
    },
    nothing: 'No two items are held by the same five customers, so nothing speaks for one offer more than for another.',
    about: about.next_offer,
  },
  next_offer_holdout: {
    chart: NextOfferHoldout,
    finding: nextOfferHoldoutFinding,
    isEmpty: ({ with_offer }) => !(with_offer[0] > 0),
    nothing: 'Nothing could have been offered: no two items were held by the same five customers by then.',
    about: about.next_offer_holdout,
  },
  retention_curve: {
    chart: RetentionCurve,
    finding: retentionCurveFinding,
    choices: retentionCurveChoices,
    rival: { options: curveRival.rivalOptions, words: curveRival.rivalWords },
    isEmpty: (table) => readCurve(table).length === 0,
    about: about.retention_curve,
  },
  rfm: { chart: Rfm, finding: rfmFindings.finding, about: about.rfm },
  rfm_cuts: { chart: RfmCuts, finding: rfmCutsFinding, about: about.rfm_cuts },
  cohort_value: { chart: CohortValue, finding: cohortValueFinding, about: about.cohort_value },
  scorecard: {
    chart: Scorecard,
    finding: scorecardFindings.finding,
    rival: { words: scorecardRivalWords },
    about: about.scorecard,
  },
  capability_portfolio: {
    chart: Portfolio,
    finding: scorecardFindings.portfolioFinding,
    about: about.capability_portfolio,
  },
  survival: {
    chart: Survival,
    finding: survivalFindings.finding,
    choices: survivalChoices,
    rival: {
      options: survivalRival.rivalOptions,
      words: survivalRival.rivalWords,
      otherwise: survivalRival.crudeWords,
    },
    about: about.survival,
  },
  survival_summary: {
    chart: SurvivalSummary,
    finding: survivalFindings.summaryFinding,
    rival: {
      options: survivalRival.rivalOptions,
      words: survivalRival.summaryRivalWords,
      otherwise: survivalRival.medianWords,
    },
    about: about.survival_summary,
  },
  survival_tests: { chart: SurvivalTests, finding: survivalFindings.testsFinding, about: about.survival_tests },
  contract_cliff: {
    chart: ContractCliff,
    finding: contractCliffFinding,
    choices: contractCliffChoices,
    rival: { words: cliffRivalWords },
    about: about.contract_cliff,
  },
  unified_customers: { chart: UnifiedCustomers, finding: unifiedCustomersFinding, about: about.unified_customers },
  retention_strategies: {
    chart: RetentionStrategies,
    finding: retentionStrategiesFinding,
    rival: { words: strategiesRivalWords },
    about: about.retention_strategies,
  },
  feedback: { chart: Feedback, finding: feedbackFinding, about: about.feedback },
  churn_rate: {
    chart: ChurnRate,
    finding: churnRateFinding,
    choices: churnRateChoices,
    rival: { words: churnRivalWords },
    about: about.churn_rate,
  },
  at_risk: {
    chart: AtRisk,
    finding: atRiskFinding,
    rival: { options: riskRival.rivalOptions, words: riskRival.rivalWords },
    about: about.at_risk,
  },
  share_of_customer: { chart: ShareOfCustomer, finding: shareOfCustomerFinding, about: about.share_of_customer },
  share_by_segment: { chart: ShareSegments, finding: segmentsFinding, about: about.share_by_segment },
  wallet_gap: {
    chart: ShareGap,
    finding: gapFinding,
    nothing: 'Nobody whose wallet is known spends anything elsewhere.',
    isEmpty: (table) => !table.gap.some((gap) => gap > 0),
    about: about.wallet_gap,
  },
  value_curve: {
    chart: ValueCurve,
    finding: valueCurveFinding,
    compares: true,
    isEmpty: (table) => readValueCurve(table) === null,
    about: about.value_curve,
  },
  value_quintiles: {
    chart: ValueQuintiles,
    finding: valueQuintilesFinding,
    compares: true,
    about: about.value_quintiles,
  },
};

/** A view that a panel shows in place of its metric's first, checked against the metric here. */
export interface LooseView {
  readonly title?: string;
  readonly chart: Component<never>;
  readonly choices?: ChoiceSpecs;
  readonly isEmpty?: (table: Table, options: AnyOptions) => boolean;
  readonly finding: (
    table: Table,
    context: ChartProps<AnyMetric>['context'],
    format: Formatter,
    options: AnyOptions,
    choices: Choices,
  ) => Finding | null;
  readonly rival?: LooseRival;
  readonly about: About;
}
const another = <Id extends MetricId>(id: Id, view: Omit<View<(typeof catalog)[Id]>, 'about'>): LooseView =>
  ({ ...view, about: about[id] }) as unknown as LooseView;

export const furtherViews = {
  curvesByCohort: another('cohort_retention', {
    title: 'Newer and older cohorts at the same age',
    chart: CurvesByCohort,
    isEmpty: (table, { unit }) => cohortLines(readCohorts(table), unit, String).length === 0,
    finding: curvesFinding,
    rival: { options: cohortRival.rivalOptions, words: cohortRival.curvesRivalWords },
  }),
  curveByGroup: another('retention_curve', {
    title: 'Share buying again, by group',
    chart: ByGroup,
    choices: retentionCurveChoices,
    isEmpty: (table) => readGroups(table).length === 0,
    finding: groupsFinding,
    rival: { options: curveRival.rivalOptions, words: curveRival.groupsRivalWords },
  }),
  newCustomers: another('lifecycle_flow', {
    title: 'New customers',
    chart: NewCustomers,
    finding: newCustomersFinding,
  }),
  bridge: another('customer_balance', {
    title: 'What changed in net sales',
    chart: Bridge,
    finding: balanceFindings.bridgeFinding,
  }),
  keptByWorth: another('customer_balance', {
    title: 'Selection',
    chart: KeptByWorth,
    finding: balanceFindings.keptByWorthFinding,
    rival: { words: keptMoneyWords },
  }),
  newByPeriod: another('customer_balance', {
    title: 'Acquisition',
    chart: NewByPeriod,
    finding: balanceFindings.newCustomersFinding,
  }),
  keptRate: another('customer_balance', {
    title: 'Retention',
    chart: KeptRate,
    finding: balanceFindings.keptRateFinding,
    rival: { words: keptRivalWords },
  }),
  rfmSegments: another('rfm', {
    title: 'Segments, by what to do',
    chart: RfmSegments,
    finding: rfmFindings.segmentsFinding,
  }),
  rfmMoves: another('rfm', {
    title: 'Who moved between segments',
    chart: RfmMoves,
    isEmpty: (table) => readMoves(table).length === 0,
    finding: rfmFindings.movesFinding,
  }),
  newCategory: another('customer_balance', {
    title: 'Growth',
    chart: NewCategory,
    finding: balanceFindings.newCategoryFinding,
  }),
};
