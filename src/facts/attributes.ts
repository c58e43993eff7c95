import type { TextColumn } from '../domain/columns';
import { namedAttributes } from './customers';
import { UnknownField } from './scope';
import type { Facts } from './facts';

/** A customer attribute by its header, any case where no header is just so. Throws `unknown-filter-field`. */
export function attributeOf({ customers }: Facts, name: string): TextColumn {
  const attributes = namedAttributes(customers);
  const attribute =
    attributes.find((one) => one.name === name) ??
    attributes.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (attribute) return attribute.column;
  throw new UnknownField('unknown-filter-field', { field: name, found: attributes.map((one) => one.name) });
}

/** What the codes of a customer attribute mean. */
export const attributeTexts = (facts: Facts, name: string): readonly string[] => attributeOf(facts, name).values;

/** Dictionaries that codes point into. */
export type DictionaryName =
  | 'category'
  | 'product'
  | 'strategy'
  | 'customer'
  | 'customer_name'
  | 'customer_email'
  | 'source'
  | 'source_key'
  | 'weight'
  | 'touch_channel';

/** What the codes of a dictionary mean; indices of customers are codes of their keys and names. */
export function namesOf(
  { lines, contracts, customers, unified, answers, touchChannels }: Facts,
  dictionary: DictionaryName,
): readonly string[] {
  switch (dictionary) {
    case 'strategy':
      return contracts?.strategy?.values ?? [];
    case 'customer':
      return customers.ids;
    case 'touch_channel':
      return touchChannels;
    case 'weight':
      return answers?.weights.map(String) ?? [];
    case 'source':
      return unified?.sources ?? [];
    case 'source_key':
      return unified?.keys ?? [];
    case 'customer_name':
      return textOfEach(customers.names);
    case 'customer_email':
      return textOfEach(customers.emails);
    default:
      return lines[dictionary]?.values ?? [];
  }
}

const textOfEach = (column: TextColumn | null): readonly string[] =>
  column ? Array.from(column.codes, (code) => (code < 0 ? '' : column.values[code])) : [];
