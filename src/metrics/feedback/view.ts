import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { feedback } from './definition';

export default defineView(feedback, { chart: Chart, finding, about: () => import('./about.md?html') });
