import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { kpiTree } from './definition';

export default defineView(kpiTree, { chart: Chart, finding, about: () => import('./about.md?html') });
