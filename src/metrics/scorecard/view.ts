import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { alternativeWords } from './alternatives';
import { scorecard } from './definition';

export default defineView(scorecard, {
  chart: Chart,
  finding,
  alternatives: { words: alternativeWords },
  about: () => import('./about.md?html'),
});
