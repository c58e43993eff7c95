import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { categoryBreadth } from './definition';

export default defineView(categoryBreadth, { chart: Chart, finding, about: () => import('./about.md?html') });
