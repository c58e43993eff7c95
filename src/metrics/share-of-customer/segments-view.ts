import { defineView } from '../view';
import Segments from './Segments.svelte';
import { segmentsFinding } from './gap-finding';
import { shareBySegment } from './definition';

export default defineView(shareBySegment, {
  chart: Segments,
  finding: segmentsFinding,
  about: () => import('./about.md?html'),
});
