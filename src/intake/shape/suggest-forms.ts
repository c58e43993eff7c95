import type { BasketSuggestion, FillSuggestion, LongSuggestion } from '../../domain/shape';
import { suggestBaskets } from './suggest-baskets';
import { suggestFill } from './suggest-fill';
import type { NamedTable } from './suggest-joins';
import { suggestLong } from './suggest-long';

/** The forms that tables ask for by themselves, whatever others are beside them. */
export const suggestForms = (
  tables: readonly NamedTable[],
): readonly (LongSuggestion | BasketSuggestion | FillSuggestion)[] => [
  ...suggestFill(tables),
  ...suggestLong(tables),
  ...suggestBaskets(tables),
];
