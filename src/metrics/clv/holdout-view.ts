import { defineView } from '../view';
import Holdout from './Holdout.svelte';
import { finding } from './holdout-finding';
import { clvHoldout } from './definition';

export default defineView(clvHoldout, { chart: Holdout, finding, about: () => import('./about-holdout.md?html') });
