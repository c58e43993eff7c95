import { safeParse } from 'valibot';
import { SURVEY_ANSWER } from '../domain/answer-bands';
import type { FilterClause, Filter } from '../domain/filter';
import type { LoadReport } from '../domain/import';
import { PAGES, view1, type View } from './view-schema';

export { HOME, PAGES, type PageId, type View } from './view-schema';

/** Version 1: deflate-raw and base64url of JSON with one-letter keys, for short links. */
export const PREFIX = '#1.';
const MAX_CODE = 8_000;
const MAX_TEXT = 100_000;
/** Facets whose values are ours. */
const FIXED_FACETS = ['cohort_month', 'value_quintile', 'rfm_segment', SURVEY_ANSWER];
/** A label that fewer share could be a name. */
const LEAST_SHARING = 5;

/**
 * The part of a filter that may be shared: days, and labels of categories. Never the facet `customer`, and never a value
 * that fewer than five customers or lines have, since a column of names makes every name a "category".
 */
export function shareable(filter: Filter, report: LoadReport | null): Filter {
  return filter.flatMap((clause): FilterClause[] => {
    if (clause.kind === 'window') return [{ kind: 'window', from: clause.from, until: clause.until }];
    if (clause.kind === 'customer' && clause.field === 'customer') return [];
    if (FIXED_FACETS.includes(clause.field)) return [{ kind: clause.kind, field: clause.field, values: clause.values }];
    const source =
      clause.field === 'has_bought_category'
        ? 'category'
        : clause.field === 'has_bought_product'
          ? 'product'
          : clause.field;
    const kind = source === clause.field ? clause.kind : 'line';
    const facet = report?.facets.find((one) => one.kind === kind && one.field === source);
    const values = clause.values.filter(
      (value) => (facet?.values.find((one) => one.value === value)?.count ?? 0) >= LEAST_SHARING,
    );
    return values.length === clause.values.length && values.length > 0
      ? [{ kind: clause.kind, field: clause.field, values }]
      : [];
  });
}

type Short = { p: string; s?: string; o?: unknown; v?: unknown; f?: unknown[] };
const shorten = (clause: FilterClause) =>
  clause.kind === 'window'
    ? [clause.from, clause.until]
    : [clause.kind === 'customer' ? 'c' : 'l', clause.field, ...clause.values];

export async function encodeView(view: View): Promise<string> {
  const options = withoutEmpty(view.options);
  const choices = withoutEmpty(view.choices);
  const short: Short = {
    p: view.page,
    ...(view.sample === undefined ? {} : { s: view.sample }),
    ...(Object.keys(options).length > 0 ? { o: options } : {}),
    ...(Object.keys(choices).length > 0 ? { v: choices } : {}),
    ...(view.filter.length > 0 ? { f: view.filter.map(shorten) } : {}),
  };
  const bytes = await through(new TextEncoder().encode(JSON.stringify(short)), new CompressionStream('deflate-raw'));
  return (
    PREFIX +
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')
  );
}

const withoutEmpty = (options: View['options']) =>
  Object.fromEntries(Object.entries(options).filter(([, values]) => Object.keys(values).length > 0));

/** `#retention` names a page alone. Null for anything that is no address of ours. */
export async function decodeView(hash: string): Promise<View | null> {
  const plain = PAGES.find((page) => hash === `#${page}`);
  if (plain) return { page: plain, options: {}, choices: {}, filter: [] };
  const code = hash.slice(PREFIX.length);
  if (!hash.startsWith(PREFIX) || code.length > MAX_CODE || !/^[\w-]+$/.test(code)) return null;
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    );
    const view = safeParse(view1, JSON.parse(text));
    return view.success ? view.output : null;
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = (new Blob([bytes]).stream().pipeThrough(transform) as ReadableStream<Uint8Array>).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_TEXT) throw new Error('too long');
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
