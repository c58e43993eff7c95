import { defineView } from '../view';
import Chart from './Chart.svelte';
import { finding } from './finding';
import { shareOfCustomer } from './definition';

export default defineView(shareOfCustomer, { chart: Chart, finding, about: () => import('./about.md?html') });
