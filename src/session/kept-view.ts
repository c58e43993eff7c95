import type { FilterClause } from '../domain/filter';
import type { LoadReport } from '../domain/import';
import type { KeptView } from '../domain/kept';
import { shareable, type View } from './view-code';

const fieldOf = (clause: FilterClause) => (clause.kind === 'window' ? 'window' : `${clause.kind} ${clause.field}`);

/**
 * A kept view under an address: the address decides on all that it can hold. Clauses that may not stand in an address, such as
 * chosen customers, are as they were kept.
 */
export function viewOver(kept: KeptView, address: View | null, report: LoadReport): KeptView {
  if (!address) return kept;
  const told = new Set(address.filter.map(fieldOf));
  const unspoken = kept.filter.filter(
    (clause) => !told.has(fieldOf(clause)) && shareable([clause], report).length === 0,
  );
  return { filter: [...address.filter, ...unspoken], options: address.options, choices: address.choices };
}
