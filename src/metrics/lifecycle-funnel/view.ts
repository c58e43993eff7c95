import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { finding } from './finding';
import { lifecycleFunnel } from './definition';

export default defineView(lifecycleFunnel, {
  chart: Chart,
  finding,
  choices,
  about: () => import('./about.md?html'),
});
