import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { cohortValue } from './definition';

export default defineView(cohortValue, { chart: Chart, finding, about: () => import('./about.md?html') });
