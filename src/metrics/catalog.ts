import { basketRules } from './basket-rules/definition';
import { acquisition } from './acquisition/definition';
import { atRisk } from './at-risk/definition';
import { buyingAndAway } from './buying-and-away/definition';
import { categoryBreadth } from './category-breadth/definition';
import { churnRate } from './churn-rate/definition';
import { clv } from './clv/definition';
import { clvModel } from './clv/definition';
import { clvHoldout } from './clv/definition';
import { clvConditional } from './clv/definition';
import { cohortRetention } from './cohort-retention/definition';
import { cohortValue } from './cohort-value/definition';
import { contractCliff } from './contract-cliff/definition';
import { crossSell, crossSellField, crossSellPairs } from './cross-sell/definition';
import { customerBalance } from './customer-balance/definition';
import { feedback } from './feedback/definition';
import { kpiTree } from './kpi-tree/definition';
import { lifecycleFlow } from './lifecycle-flow/definition';
import { lifecycleFunnel } from './lifecycle-funnel/definition';
import { nextOffer } from './next-offer/definition';
import { nextOfferHoldout } from './next-offer/definition';
import { retentionCurve } from './retention-curve/definition';
import { rfmCuts } from './rfm/definition';
import { rfm } from './rfm/definition';
import { retentionStrategies } from './retention-strategies/definition';
import { capabilityPortfolio, scorecard } from './scorecard/definition';
import { clvContract, survival, survivalSummary, survivalTests } from './survival/definition';
import { fragmentation } from './fragmentation/definition';
import { unifiedCustomers } from './unified-customers/definition';
import { shareBySegment, shareOfCustomer, walletGap } from './share-of-customer/definition';
import { valueCurve } from './value-curve/definition';
import { valueQuintiles } from './value-quintiles/definition';

/** Every metric, in menu order. A metric is added by its folder and by its name here, in computations.ts and in views.ts. */
export const catalog = {
  customer_balance: customerBalance,
  buying_and_away: buyingAndAway,
  lifecycle_funnel: lifecycleFunnel,
  acquisition,
  lifecycle_flow: lifecycleFlow,
  cohort_retention: cohortRetention,
  retention_curve: retentionCurve,
  cohort_value: cohortValue,
  survival,
  survival_summary: survivalSummary,
  survival_tests: survivalTests,
  contract_cliff: contractCliff,
  retention_strategies: retentionStrategies,
  feedback,
  churn_rate: churnRate,
  at_risk: atRisk,
  cross_sell: crossSell,
  cross_sell_pairs: crossSellPairs,
  cross_sell_field: crossSellField,
  basket_rules: basketRules,
  category_breadth: categoryBreadth,
  share_of_customer: shareOfCustomer,
  share_by_segment: shareBySegment,
  wallet_gap: walletGap,
  next_offer: nextOffer,
  next_offer_holdout: nextOfferHoldout,
  value_quintiles: valueQuintiles,
  value_curve: valueCurve,
  scorecard,
  capability_portfolio: capabilityPortfolio,
  kpi_tree: kpiTree,
  rfm,
  rfm_cuts: rfmCuts,
  unified_customers: unifiedCustomers,
  fragmentation,
  clv,
  clv_model: clvModel,
  clv_holdout: clvHoldout,
  clv_conditional: clvConditional,
  clv_contract: clvContract,
} as const;

export type MetricId = keyof typeof catalog;
