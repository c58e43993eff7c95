import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { alternativeOptions, alternativeWords } from './alternatives';
import { atRisk } from './definition';

export default defineView(atRisk, {
  chart: Chart,
  finding,
  alternatives: { options: alternativeOptions, words: alternativeWords },
  about: () => import('./about.md?html'),
});
