import type { FilterClause, Filter } from '../../domain/filter';
import type { AppState } from '../../session/app.svelte';

/** The clause whose removal would bring most customers into view; null where none would bring any. */
export async function mostExcluding(app: AppState, filter: Filter): Promise<FilterClause | null> {
  const totals = await Promise.all(
    filter.map(async (clause) => {
      const rest = filter.filter((one) => one !== clause);
      const page = await app.engine.call('customers', {
        filter: rest,
        mark: null,
        search: '',
        sort: 'id',
        descending: false,
        offset: 0,
        limit: 1,
      });
      return page.total;
    }),
  );
  const most = Math.max(0, ...totals);
  // A window changes no total, since customers stay in the list without a purchase in it: it is named where no other clause is to blame.
  return most > 0 ? filter[totals.indexOf(most)] : (filter.find(({ kind }) => kind === 'window') ?? filter[0] ?? null);
}
