import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { valueQuintiles } from './definition';

export default defineView(valueQuintiles, {
  chart: Chart,
  finding,
  compares: true,
  about: () => import('./about.md?html'),
});
