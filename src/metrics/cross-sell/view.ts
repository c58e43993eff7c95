import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices, isField } from './choices';
import { finding } from './finding';
import { crossSell } from './definition';

export default defineView(crossSell, {
  chart: Chart,
  finding,
  choices,
  about: () => import('./about.md?html'),
  tells: { isField },
});
