import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { finding } from './finding';
import { basketRules } from './definition';

export default defineView(basketRules, {
  chart: Chart,
  finding,
  choices,
  nothing: 'No rule reaches both shares, and no basket of several items is so frequent. Lower them to see more.',
  about: () => import('./about.md?html'),
});
