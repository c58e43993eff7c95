import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { readCliffs } from './cliffs';
import { finding } from './finding';
import { alternativeWords } from './alternatives';
import { contractCliff } from './definition';

export default defineView(contractCliff, {
  chart: Chart,
  finding,
  choices,
  alternatives: { words: alternativeWords },
  tells: { readCliffs },
  about: () => import('./about.md?html'),
});
