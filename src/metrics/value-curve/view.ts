import { defineView } from '../view';
import Chart from './Chart.svelte';
import { readValueCurve } from './curve';
import { finding } from './finding';
import { valueCurve } from './definition';

export default defineView(valueCurve, {
  chart: Chart,
  finding,
  compares: true,
  isEmpty: (table) => readValueCurve(table) === null,
  about: () => import('./about.md?html'),
});
