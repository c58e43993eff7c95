import type { MetricId } from '../../metrics/metric-id';
import { views } from '../../metrics/views';
import { fetchPart } from '../fetch-part';

/** The type of a metric's view. */
export type ViewOf<Id extends MetricId> = Awaited<ReturnType<(typeof views)[Id]>>['default'];
type VariantOf<V> = V extends { readonly variants: infer Variants } ? keyof Variants & string : never;
/** The names of all variants of all views. */
export type Variant = VariantOf<ViewOf<MetricId>>;

const fetched = new Map<MetricId, ViewOf<MetricId>>();

/** The view of a metric if it has been fetched, else null. */
export const fetchedView = <Id extends MetricId>(metric: Id): ViewOf<Id> | null => fetched.get(metric) ?? null;

/** Fetches the view of a metric, once. Throws `part-missing` where that fails. */
export async function loadView<Id extends MetricId>(metric: Id): Promise<ViewOf<Id>> {
  const known = fetchedView(metric);
  if (known) return known;
  const { default: view } = await fetchPart<{ readonly default: ViewOf<MetricId> }>(views[metric]);
  fetched.set(metric, view);
  return view;
}
