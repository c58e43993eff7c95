import { defineView } from '../view';
import { readBalances } from './balance';
import Bridge from './Bridge.svelte';
import Chart from './Chart.svelte';
import KeptByWorth from './KeptByWorth.svelte';
import KeptRate from './KeptRate.svelte';
import NewCategory from './NewCategory.svelte';
import NewCustomers from './NewCustomers.svelte';
import {
  bridgeFinding,
  finding,
  keptByWorthFinding,
  keptRateFinding,
  newCategoryFinding,
  newCustomersFinding,
} from './finding';
import { balanceSentence, headlineFigures } from './headline';
import { keptMoneyWords, keptAlternativeWords } from './alternatives';
import { lostBestRequest, nextActions } from './next-action';
import { customerBalance } from './definition';

export default defineView(customerBalance, {
  chart: Chart,
  finding,
  about: () => import('./about.md?html'),
  tells: { readBalances, balanceSentence, headlineFigures, nextActions, lostBestRequest },
  variants: {
    bridge: {
      title: 'What changed in net sales',
      chart: Bridge,
      finding: bridgeFinding,
    },
    keptByWorth: {
      title: 'Selection',
      chart: KeptByWorth,
      finding: keptByWorthFinding,
      alternatives: { words: keptMoneyWords },
    },
    newByPeriod: {
      title: 'Acquisition',
      chart: NewCustomers,
      finding: newCustomersFinding,
    },
    keptRate: {
      title: 'Retention',
      chart: KeptRate,
      finding: keptRateFinding,
      alternatives: { words: keptAlternativeWords },
    },
    newCategory: {
      title: 'Growth',
      chart: NewCategory,
      finding: newCategoryFinding,
    },
  },
});
