import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { finding } from './finding';
import { acquisition } from './definition';

export default defineView(acquisition, {
  chart: Chart,
  finding,
  choices,
  about: () => import('./about.md?html'),
});
