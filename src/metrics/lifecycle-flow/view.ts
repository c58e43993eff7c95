import { defineView } from '../view';
import Chart from './Chart.svelte';
import NewCustomers from './NewCustomers.svelte';
import { finding, newCustomersFinding } from './finding';
import { alternativeOptions, alternativeWords } from './alternatives';
import { lifecycleFlow } from './definition';

export default defineView(lifecycleFlow, {
  chart: Chart,
  finding,
  alternatives: { options: alternativeOptions, words: alternativeWords },
  about: () => import('./about.md?html'),
  variants: {
    newCustomers: {
      title: 'New customers',
      chart: NewCustomers,
      finding: newCustomersFinding,
    },
  },
});
