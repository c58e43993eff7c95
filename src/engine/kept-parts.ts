import type { KeptPart } from '../domain/kept';
import type { ValidatedPart } from '../intake/validate';
import type { Origin } from './whole-rows';

/** A validated part, and the table that it was read from. */
export interface LoadedPart {
  readonly table: string;
  readonly part: ValidatedPart;
  /** As the table stood in its file; left out of what is kept. */
  readonly origin?: Origin;
}

export function keptPart({ table, part }: LoadedPart): KeptPart {
  if (part.role === 'transactions') {
    const { role, columns, balance, rejections, leftEmpty, fingerprints, ...more } = part;
    return { table, role, columns, balance, rejections, leftEmpty, fingerprints, more };
  }
  const { role, records, balance, rejections, leftEmpty, fingerprints, ...more } = part;
  return { table, role, columns: records, balance, rejections, leftEmpty, fingerprints, more };
}

export function loadedPart({ table, role, columns, more, ...rest }: KeptPart): LoadedPart {
  const own = role === 'transactions' ? { columns } : { records: columns };
  const known = { suspicious: [], source: table, ...(role === 'transactions' ? { currency: null } : {}), ...more };
  return { table, part: { role, ...own, ...rest, ...known } as ValidatedPart };
}
