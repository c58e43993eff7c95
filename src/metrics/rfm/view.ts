import { defineView } from '../view';
import Chart from './Chart.svelte';
import Moves from './Moves.svelte';
import Segments from './Segments.svelte';
import { finding, movesFinding, segmentsFinding } from './finding';
import { readMoves } from './standings';
import { rfm } from './definition';

export default defineView(rfm, {
  chart: Chart,
  finding,
  about: () => import('./about.md?html'),
  variants: {
    segments: {
      title: 'Segments, by what to do',
      chart: Segments,
      finding: segmentsFinding,
    },
    moves: {
      title: 'Who moved between segments',
      chart: Moves,
      isEmpty: (table) => readMoves(table).length === 0,
      finding: movesFinding,
    },
  },
});
