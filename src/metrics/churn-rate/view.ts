import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { finding } from './finding';
import { alternativeWords } from './alternatives';
import { churnRate } from './definition';

export default defineView(churnRate, {
  chart: Chart,
  finding,
  choices,
  alternatives: { words: alternativeWords },
  about: () => import('./about.md?html'),
});
