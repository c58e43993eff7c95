import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { createFormatter } from '../../src/domain/format';
import type { AnyMetric, DeriveContext } from '../../src/metrics/metric';
import type { ChartProps } from '../../src/metrics/chart-props';

export const format = createFormatter('en-GB', 'USD');

export const context: Omit<DeriveContext, 'names'> = {
  observed: { from: 17_897, until: 19_357 },
  window: { from: 17_897, until: 19_357 },
  windowed: false,
  hasProfit: true,
  customers: 804,
};

type Made<M extends AnyMetric> = Pick<ChartProps<M>, 'table' | 'options'> & Partial<ChartProps<M>>;

/** A chart as the server draws it, one tag a line, so that a change reads as one. */
export function drawn<M extends AnyMetric>(chart: Component<ChartProps<M>>, made: Made<M>): string {
  const nothing = () => undefined;
  const props = {
    context,
    filter: [],
    choices: {},
    width: 720,
    format,
    onopen: nothing,
    onfilter: nothing,
    ...made,
  } as ChartProps<M>;
  return tidy(
    render(chart as unknown as Component<Record<string, unknown>>, {
      props: props as unknown as Record<string, unknown>,
    }).body,
  );
}

/** Without the compiler's marks and hashed class names; numbers to a tenth of a pixel. */
function tidy(html: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s*svelte-[a-z0-9]+/g, '')
    .replace(/ class=""/g, '')
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/>\s*</g, '>\n<')
    .trim()
    .concat('\n');
}

/** All words that a reader sees. */
export const wordsOf = (html: string): string[] =>
  [...html.matchAll(/>([^<]+)</g)].map((match) => match[1].trim()).filter(Boolean);
