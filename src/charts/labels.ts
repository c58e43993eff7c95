import { FONT_FAMILY } from './font';

/** A label beside a mark: `y` is its preferred position. */
export interface Placed {
  readonly y: number;
}

const LEAST_GAP = 16;

/**
 * Moves labels apart by the least distance so that none touch, in their order. Groups that touch move as one block round
 * their mean (pool adjacent violators), then the whole is kept between `low` and `high`.
 */
export function spread<T extends Placed>(
  labels: readonly T[],
  { gap = LEAST_GAP, low = -Infinity, high = Infinity } = {},
): T[] {
  const order = labels
    .map((label, index) => ({ label, index }))
    .sort((a, b) => a.label.y - b.label.y || a.index - b.index);
  const blocks: { sum: number; size: number }[] = [];
  order.forEach(({ label }, i) => {
    blocks.push({ sum: label.y - i * gap, size: 1 });
    while (blocks.length > 1 && mean(blocks[blocks.length - 2]) >= mean(blocks[blocks.length - 1])) {
      const last = blocks.pop()!;
      blocks[blocks.length - 1].sum += last.sum;
      blocks[blocks.length - 1].size += last.size;
    }
  });
  const most = high - (order.length - 1) * gap;
  const placed = new Array<T>(labels.length);
  let i = 0;
  for (const block of blocks) {
    const start = Math.max(low, Math.min(Math.max(low, most), mean(block)));
    for (let k = 0; k < block.size; k++, i++) placed[order[i].index] = { ...order[i].label, y: start + i * gap };
  }
  return placed;
}

const mean = (block: { sum: number; size: number }) => block.sum / block.size;

let canvas: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();
const MEAN_CHARACTER = 0.5;

/** Forgets the widths when a font is loaded late, since they were measured in another font. */
function measuringCanvas(): CanvasRenderingContext2D | null {
  document.fonts.addEventListener('loadingdone', () => known.clear());
  return document.createElement('canvas').getContext('2d');
}

/** Width of a text in a chart, in pixels. Without a canvas (in tests) an estimate that is too wide rather than too narrow. */
export function textWidth(words: string, { size = 13, strong = false } = {}): number {
  if (canvas === undefined) canvas = typeof document === 'undefined' ? null : measuringCanvas();
  if (!canvas) return words.length * size * (strong ? 1.08 : 1) * MEAN_CHARACTER;
  const font = `${strong ? 600 : 400} ${size}px ${FONT_FAMILY}`;
  const key = font + words;
  let width = known.get(key);
  if (width === undefined) {
    canvas.font = font;
    width = canvas.measureText(words).width;
    if (known.size > 5000) known.clear();
    known.set(key, width);
  }
  return width;
}

/** Cuts a text to a width, with an ellipsis. */
export function fitText(words: string, width: number, look: { size?: number; strong?: boolean } = {}): string {
  if (textWidth(words, look) <= width) return words;
  let end = words.length - 1;
  while (end > 1 && textWidth(words.slice(0, end).trimEnd() + '…', look) > width) end--;
  return words.slice(0, end).trimEnd() + '…';
}
