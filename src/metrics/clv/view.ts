import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { clv } from './definition';

export default defineView(clv, { chart: Chart, finding, about: () => import('./about.md?html') });
