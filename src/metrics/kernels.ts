import { winningCostTable } from '../facts/winning-costs';
import type { catalog, MetricId } from './catalog';
import type { Computation } from './metric';
import { derive as deriveBasketRules } from './basket-rules/derive';
import { kernel as basketRulesKernel, resolve as basketRulesResolve } from './basket-rules/kernel';
import { members as basketRulesMembers } from './basket-rules/members';
import basketRulesSql from './basket-rules/query.sql?raw';
import { derive as deriveAcquisition } from './acquisition/derive';
import { kernel as acquisitionKernel, tables as acquisitionTables } from './acquisition/kernel';
import { members as acquisitionMembers } from './acquisition/members';
import acquisitionSql from './acquisition/query.sql?raw';
import { derive as deriveAtRisk } from './at-risk/derive';
import { kernel as atRiskKernel, resolve as atRiskResolve } from './at-risk/kernel';
import { members as atRiskMembers } from './at-risk/members';
import atRiskSql from './at-risk/query.sql?raw';
import { derive as deriveBuyingAndAway } from './buying-and-away/derive';
import { kernel as buyingAndAwayKernel } from './buying-and-away/kernel';
import { members as buyingAndAwayMembers } from './buying-and-away/members';
import buyingAndAwaySql from './buying-and-away/query.sql?raw';
import { derive as deriveCategoryBreadth } from './category-breadth/derive';
import { kernel as categoryBreadthKernel } from './category-breadth/kernel';
import { members as categoryBreadthMembers } from './category-breadth/members';
import categoryBreadthSql from './category-breadth/query.sql?raw';
import { derive as deriveChurnRate } from './churn-rate/derive';
import { kernel as churnRateKernel, resolve as churnRateResolve } from './churn-rate/kernel';
import { members as churnRateMembers } from './churn-rate/members';
import churnRateSql from './churn-rate/query.sql?raw';
import { derive as deriveClv, prepare as clvPrepare, remark as clvRemark } from './clv/derive';
import { kernel as clvKernel } from './clv/kernel';
import { members as clvMembers } from './clv/members';
import clvSql from './clv/query.sql?raw';
import { derive as deriveClvModel, prepare as clvModelPrepare, remark as clvModelRemark } from './clv-model/derive';
import { kernel as clvModelKernel } from './clv-model/kernel';
import { members as clvModelMembers } from './clv-model/members';
import clvModelSql from './clv-model/query.sql?raw';
import {
  derive as deriveClvHoldout,
  prepare as clvHoldoutPrepare,
  remark as clvHoldoutRemark,
} from './clv-holdout/derive';
import { kernel as clvHoldoutKernel } from './clv-holdout/kernel';
import { members as clvHoldoutMembers } from './clv-holdout/members';
import clvHoldoutSql from './clv-holdout/query.sql?raw';
import { derive as deriveClvConditional, prepare as clvConditionalPrepare } from './clv-conditional/derive';
import { kernel as clvConditionalKernel } from './clv-conditional/kernel';
import { members as clvConditionalMembers } from './clv-conditional/members';
import clvConditionalSql from './clv-conditional/query.sql?raw';
import { derive as deriveCohortRetention } from './cohort-retention/derive';
import { kernel as cohortRetentionKernel } from './cohort-retention/kernel';
import { members as cohortRetentionMembers } from './cohort-retention/members';
import cohortRetentionSql from './cohort-retention/query.sql?raw';
import { derive as deriveCohortValue } from './cohort-value/derive';
import { kernel as cohortValueKernel } from './cohort-value/kernel';
import { members as cohortValueMembers } from './cohort-value/members';
import cohortValueSql from './cohort-value/query.sql?raw';
import { derive as deriveContractCliff } from './contract-cliff/derive';
import { kernel as contractCliffKernel, tables as contractCliffTables } from './contract-cliff/kernel';
import { members as contractCliffMembers } from './contract-cliff/members';
import contractCliffSql from './contract-cliff/query.sql?raw';
import { derive as deriveCrossSell } from './cross-sell/derive';
import { deriveLists as deriveCrossSellPairs } from './cross-sell/derive-lists';
import { deriveField, fieldPicture, prepareField } from './cross-sell/field-derive';
import { fieldKernel } from './cross-sell/field-kernel';
import crossSellFieldSql from './cross-sell/field-query.sql?raw';
import { kernel as crossSellKernel, resolve as crossSellResolve } from './cross-sell/kernel';
import { members as crossSellMembers } from './cross-sell/members';
import crossSellSql from './cross-sell/query.sql?raw';
import { derive as deriveCustomerBalance } from './customer-balance/derive';
import { kernel as customerBalanceKernel, tables as customerBalanceTables } from './customer-balance/kernel';
import { members as customerBalanceMembers } from './customer-balance/members';
import customerBalanceSql from './customer-balance/query.sql?raw';
import { derive as deriveFeedback, remark as feedbackRemark } from './feedback/derive';
import { kernel as feedbackKernel, tables as feedbackTables } from './feedback/kernel';
import { members as feedbackMembers } from './feedback/members';
import feedbackSql from './feedback/query.sql?raw';
import { derive as deriveKpiTree } from './kpi-tree/derive';
import { kernel as kpiTreeKernel } from './kpi-tree/kernel';
import { members as kpiTreeMembers } from './kpi-tree/members';
import kpiTreeSql from './kpi-tree/query.sql?raw';
import { derive as deriveFragmentation } from './fragmentation/derive';
import { kernel as fragmentationKernel } from './fragmentation/kernel';
import { members as fragmentationMembers } from './fragmentation/members';
import fragmentationSql from './fragmentation/query.sql?raw';
import { derive as deriveLifecycleFlow } from './lifecycle-flow/derive';
import { kernel as lifecycleFlowKernel, resolve as lifecycleFlowResolve } from './lifecycle-flow/kernel';
import { members as lifecycleFlowMembers } from './lifecycle-flow/members';
import lifecycleFlowSql from './lifecycle-flow/query.sql?raw';
import { derive as deriveLifecycleFunnel } from './lifecycle-funnel/derive';
import { kernel as lifecycleFunnelKernel, tables as lifecycleFunnelTables } from './lifecycle-funnel/kernel';
import { members as lifecycleFunnelMembers } from './lifecycle-funnel/members';
import lifecycleFunnelSql from './lifecycle-funnel/query.sql?raw';
import { derive as deriveNextOffer, prepare as nextOfferPrepare } from './next-offer/derive';
import { kernel as nextOfferKernel, resolve as nextOfferResolve } from './next-offer/kernel';
import { members as nextOfferMembers } from './next-offer/members';
import nextOfferSql from './next-offer/query.sql?raw';
import { derive as deriveNextOfferHoldout, prepare as nextOfferHoldoutPrepare } from './next-offer-holdout/derive';
import { kernel as nextOfferHoldoutKernel, resolve as nextOfferHoldoutResolve } from './next-offer-holdout/kernel';
import { members as nextOfferHoldoutMembers } from './next-offer-holdout/members';
import nextOfferHoldoutSql from './next-offer-holdout/query.sql?raw';
import { derive as deriveRetentionCurve } from './retention-curve/derive';
import { kernel as retentionCurveKernel, tables as retentionCurveTables } from './retention-curve/kernel';
import { members as retentionCurveMembers } from './retention-curve/members';
import retentionCurveSql from './retention-curve/query.sql?raw';
import { derive as deriveRfmCuts } from './rfm-cuts/derive';
import { kernel as rfmCutsKernel, tables as rfmCutsTables } from './rfm-cuts/kernel';
import { members as rfmCutsMembers } from './rfm-cuts/members';
import rfmCutsSql from './rfm-cuts/query.sql?raw';
import { derive as deriveRfm } from './rfm/derive';
import { kernel as rfmKernel, resolve as rfmResolve, tables as rfmTables } from './rfm/kernel';
import { members as rfmMembers } from './rfm/members';
import rfmSql from './rfm/query.sql?raw';
import { derive as deriveRetentionStrategies } from './retention-strategies/derive';
import {
  kernel as retentionStrategiesKernel,
  tables as retentionStrategiesTables,
} from './retention-strategies/kernel';
import { members as retentionStrategiesMembers } from './retention-strategies/members';
import retentionStrategiesSql from './retention-strategies/query.sql?raw';
import { derive as deriveScorecard, derivePortfolio } from './scorecard/derive';
import { kernel as scorecardKernel, tables as scorecardTables } from './scorecard/kernel';
import { members as scorecardMembers } from './scorecard/members';
import scorecardSql from './scorecard/query.sql?raw';
import { derive as deriveSurvival, deriveSummary } from './survival/derive';
import { deriveTests } from './survival/derive-tests';
import { kernel as survivalKernel, resolve as survivalResolve, tables as survivalTables } from './survival/kernel';
import { renewalKernel, renewalTables, resolveRenewals } from './survival/contract-stays';
import { deriveRenewals, prepareRenewals, renewalsRemark } from './survival/derive-renewals';
import { members as survivalMembers, summaryMembers, testMembers } from './survival/members';
import { renewalMembers } from './survival/renewal-members';
import survivalSql from './survival/query.sql?raw';
import { derive as deriveUnifiedCustomers } from './unified-customers/derive';
import { kernel as unifiedCustomersKernel } from './unified-customers/kernel';
import { members as unifiedCustomersMembers } from './unified-customers/members';
import unifiedCustomersSql from './unified-customers/query.sql?raw';
import {
  derive as deriveShareOfCustomer,
  deriveBySegment as deriveShareBySegment,
  deriveGap as deriveWalletGap,
  remark as shareOfCustomerRemark,
} from './share-of-customer/derive';
import { kernel as shareKernel, tables as shareTables } from './share-of-customer/kernel';
import { gapMembers, members as shareOfCustomerMembers, segmentMembers } from './share-of-customer/members';
import shareOfCustomerSql from './share-of-customer/query.sql?raw';
import { derive as deriveValueCurve } from './value-curve/derive';
import { kernel as valueCurveKernel } from './value-curve/kernel';
import { members as valueCurveMembers } from './value-curve/members';
import valueCurveSql from './value-curve/query.sql?raw';
import { derive as deriveValueQuintiles } from './value-quintiles/derive';
import { kernel as valueQuintilesKernel } from './value-quintiles/kernel';
import { members as valueQuintilesMembers } from './value-quintiles/members';
import valueQuintilesSql from './value-quintiles/query.sql?raw';

/** Three tables of one question: they differ only in what is made of the same base. */
const survivalBase = { kernel: survivalKernel, sql: survivalSql, resolve: survivalResolve, tables: survivalTables };

/** Three: by fifths, by segments, customer by customer. */
const shareBase = { kernel: shareKernel, tables: shareTables, sql: shareOfCustomerSql };
/** Two: every pair, and the lists of those beyond chance. */
const pairBase = {
  kernel: crossSellKernel,
  members: crossSellMembers,
  sql: crossSellSql,
  resolve: crossSellResolve,
};
/** The same of what is answered for. */
const scorecardBase = {
  kernel: scorecardKernel,
  sql: scorecardSql,
  members: scorecardMembers,
  tables: scorecardTables,
};

/** The worker's half of the catalogue; a metric left out is a type error. */
export const computations: { readonly [Id in MetricId]: Computation<(typeof catalog)[Id]> } = {
  customer_balance: {
    kernel: customerBalanceKernel,
    derive: deriveCustomerBalance,
    members: customerBalanceMembers,
    sql: customerBalanceSql,
    tables: customerBalanceTables,
  },
  buying_and_away: {
    kernel: buyingAndAwayKernel,
    derive: deriveBuyingAndAway,
    members: buyingAndAwayMembers,
    sql: buyingAndAwaySql,
  },
  lifecycle_funnel: {
    kernel: lifecycleFunnelKernel,
    derive: deriveLifecycleFunnel,
    members: lifecycleFunnelMembers,
    sql: lifecycleFunnelSql,
    tables: lifecycleFunnelTables,
  },
  acquisition: {
    kernel: acquisitionKernel,
    derive: deriveAcquisition,
    members: acquisitionMembers,
    sql: acquisitionSql,
    tables: acquisitionTables,
  },
  lifecycle_flow: {
    kernel: lifecycleFlowKernel,
    derive: deriveLifecycleFlow,
    members: lifecycleFlowMembers,
    sql: lifecycleFlowSql,
    resolve: lifecycleFlowResolve,
  },
  cohort_retention: {
    kernel: cohortRetentionKernel,
    derive: deriveCohortRetention,
    members: cohortRetentionMembers,
    sql: cohortRetentionSql,
  },
  retention_curve: {
    kernel: retentionCurveKernel,
    derive: deriveRetentionCurve,
    members: retentionCurveMembers,
    sql: retentionCurveSql,
    tables: retentionCurveTables,
  },
  cohort_value: {
    kernel: cohortValueKernel,
    derive: deriveCohortValue,
    members: cohortValueMembers,
    sql: cohortValueSql,
  },
  survival: { ...survivalBase, derive: deriveSurvival, members: survivalMembers },
  survival_summary: { ...survivalBase, derive: deriveSummary, members: summaryMembers },
  survival_tests: { ...survivalBase, derive: deriveTests, members: testMembers },
  clv_contract: {
    kernel: renewalKernel,
    derive: deriveRenewals,
    members: renewalMembers,
    sql: survivalSql,
    resolve: resolveRenewals,
    tables: renewalTables,
    prepare: prepareRenewals,
    remark: renewalsRemark,
  },
  contract_cliff: {
    kernel: contractCliffKernel,
    derive: deriveContractCliff,
    members: contractCliffMembers,
    sql: contractCliffSql,
    tables: contractCliffTables,
  },
  retention_strategies: {
    kernel: retentionStrategiesKernel,
    derive: deriveRetentionStrategies,
    members: retentionStrategiesMembers,
    sql: retentionStrategiesSql,
    tables: retentionStrategiesTables,
  },
  feedback: {
    kernel: feedbackKernel,
    derive: deriveFeedback,
    members: feedbackMembers,
    sql: feedbackSql,
    tables: feedbackTables,
    remark: feedbackRemark,
  },
  churn_rate: {
    kernel: churnRateKernel,
    derive: deriveChurnRate,
    members: churnRateMembers,
    sql: churnRateSql,
    resolve: churnRateResolve,
  },
  at_risk: {
    kernel: atRiskKernel,
    derive: deriveAtRisk,
    members: atRiskMembers,
    sql: atRiskSql,
    resolve: atRiskResolve,
  },
  cross_sell: { ...pairBase, derive: deriveCrossSell },
  cross_sell_pairs: {
    ...pairBase,
    derive: deriveCrossSellPairs,
    resolve: (facts, options) => ({ ...options, ...crossSellResolve(facts, options) }),
  },
  cross_sell_field: {
    kernel: fieldKernel,
    derive: deriveField,
    members: crossSellMembers,
    sql: crossSellFieldSql,
    resolve: crossSellResolve,
    prepare: prepareField,
    picture: fieldPicture,
  },
  basket_rules: {
    kernel: basketRulesKernel,
    derive: deriveBasketRules,
    members: basketRulesMembers,
    sql: basketRulesSql,
    resolve: basketRulesResolve,
  },
  category_breadth: {
    kernel: categoryBreadthKernel,
    derive: deriveCategoryBreadth,
    members: categoryBreadthMembers,
    sql: categoryBreadthSql,
  },
  share_of_customer: {
    ...shareBase,
    derive: deriveShareOfCustomer,
    members: shareOfCustomerMembers,
    remark: shareOfCustomerRemark,
  },
  share_by_segment: { ...shareBase, derive: deriveShareBySegment, members: segmentMembers },
  wallet_gap: { ...shareBase, derive: deriveWalletGap, members: gapMembers },
  next_offer: {
    kernel: nextOfferKernel,
    derive: deriveNextOffer,
    members: nextOfferMembers,
    sql: nextOfferSql,
    resolve: nextOfferResolve,
    prepare: nextOfferPrepare,
  },
  next_offer_holdout: {
    kernel: nextOfferHoldoutKernel,
    derive: deriveNextOfferHoldout,
    members: nextOfferHoldoutMembers,
    sql: nextOfferHoldoutSql,
    resolve: nextOfferHoldoutResolve,
    prepare: nextOfferHoldoutPrepare,
  },
  value_quintiles: {
    kernel: valueQuintilesKernel,
    derive: deriveValueQuintiles,
    members: valueQuintilesMembers,
    sql: valueQuintilesSql,
    tables: winningCostTable,
  },
  value_curve: {
    kernel: valueCurveKernel,
    derive: deriveValueCurve,
    members: valueCurveMembers,
    sql: valueCurveSql,
    tables: winningCostTable,
  },
  scorecard: { ...scorecardBase, derive: deriveScorecard },
  capability_portfolio: { ...scorecardBase, derive: derivePortfolio },
  kpi_tree: { kernel: kpiTreeKernel, derive: deriveKpiTree, members: kpiTreeMembers, sql: kpiTreeSql },
  rfm: {
    kernel: rfmKernel,
    derive: deriveRfm,
    members: rfmMembers,
    sql: rfmSql,
    resolve: rfmResolve,
    tables: rfmTables,
  },
  rfm_cuts: {
    kernel: rfmCutsKernel,
    derive: deriveRfmCuts,
    members: rfmCutsMembers,
    sql: rfmCutsSql,
    tables: rfmCutsTables,
  },
  unified_customers: {
    kernel: unifiedCustomersKernel,
    derive: deriveUnifiedCustomers,
    members: unifiedCustomersMembers,
    sql: unifiedCustomersSql,
  },
  fragmentation: {
    kernel: fragmentationKernel,
    derive: deriveFragmentation,
    members: fragmentationMembers,
    sql: fragmentationSql,
  },
  clv: {
    kernel: clvKernel,
    derive: deriveClv,
    members: clvMembers,
    sql: clvSql,
    prepare: clvPrepare,
    remark: clvRemark,
  },
  clv_model: {
    kernel: clvModelKernel,
    derive: deriveClvModel,
    members: clvModelMembers,
    sql: clvModelSql,
    prepare: clvModelPrepare,
    remark: clvModelRemark,
  },
  clv_holdout: {
    kernel: clvHoldoutKernel,
    derive: deriveClvHoldout,
    members: clvHoldoutMembers,
    sql: clvHoldoutSql,
    prepare: clvHoldoutPrepare,
    remark: clvHoldoutRemark,
  },
  clv_conditional: {
    kernel: clvConditionalKernel,
    derive: deriveClvConditional,
    members: clvConditionalMembers,
    sql: clvConditionalSql,
    prepare: clvConditionalPrepare,
  },
};
