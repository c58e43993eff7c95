import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { alternativeOptions, alternativeWords } from './alternatives';
import { buyingAndAway } from './definition';

export default defineView(buyingAndAway, {
  chart: Chart,
  finding,
  alternatives: { options: alternativeOptions, words: alternativeWords },
  about: () => import('./about.md?html'),
});
