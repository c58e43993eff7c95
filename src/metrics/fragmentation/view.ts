import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { fragmentation } from './definition';

export default defineView(fragmentation, { chart: Chart, finding, about: () => import('./about.md?html') });
