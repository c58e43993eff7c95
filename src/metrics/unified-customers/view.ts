import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { unifiedCustomers } from './definition';

export default defineView(unifiedCustomers, { chart: Chart, finding, about: () => import('./about.md?html') });
