import { defineView } from '../view';
import Model from './Model.svelte';
import { finding } from './model-finding';
import { clvModel } from './definition';

export default defineView(clvModel, { chart: Model, finding, about: () => import('./about-model.md?html') });
