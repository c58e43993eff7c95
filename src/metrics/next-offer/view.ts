import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { campaignRows } from './offers';
import { nextOffer } from './definition';

export default defineView(nextOffer, {
  chart: Chart,
  finding,
  list: {
    label: 'First offers, by offer',
    columns: ['offer', 'customer', 'name', 'email', 'because', 'confidence', 'lift', 'expected_profit'],
    rows: campaignRows,
  },
  nothing: 'No two items are held by the same five customers, so nothing speaks for one offer more than for another.',
  about: () => import('./about.md?html'),
});
