import { defineView } from '../view';
import Cuts from './Cuts.svelte';
import { finding } from './cuts-finding';
import { rfmCuts } from './definition';

export default defineView(rfmCuts, { chart: Cuts, finding, about: () => import('./about-cuts.md?html') });
