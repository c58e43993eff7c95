import type { TextColumn } from '../../domain/columns';
import type { LinkRule } from '../../domain/unification';
import { fieldAt, isOther, levelOf, type Field } from './compare';
import type { Evidence } from './evidence';

/** An address, a number or a mailbox that more records than this share is a switchboard: it says nothing of who somebody is. */
const SHARED_BY_MANY = 12;
/** In the order in which they are tried. */
const IDENTIFIERS = ['email', 'phone', 'tax_id'] as const;

const level = (pattern: number, field: Field) => levelOf(pattern, fieldAt(field));
const isSame = (pattern: number, field: Field) => level(pattern, field) === 1;
const isAlike = (pattern: number, field: Field) =>
  isSame(pattern, field) || (level(pattern, field) === 2 && !isOther(pattern, field));

/**
 * Never one customer, whatever else agrees, and not even asked about: given name and birth date are both another one. So are the two of a couple, or a
 * parent and a child, who share name, home, telephone and mailbox. A tax number in common outweighs it: dates and names are
 * miswritten more often than such a number is shared.
 */
export const isDefinitelyNot = (pattern: number): boolean =>
  isOther(pattern, 'given') && isOther(pattern, 'birth') && !isSame(pattern, 'tax_id');

/**
 * Whether nothing that a machine must not overrule speaks against one customer. Where this is false a person is asked: another
 * given name (twins, couples) or another birth date (father and son of one name), and names that nothing but a place supports.
 */
export function mayMergeUnasked(pattern: number): boolean {
  const taxId = isAlike(pattern, 'tax_id');
  if (isOther(pattern, 'given') && !taxId && !(isSame(pattern, 'birth') && isSame(pattern, 'email'))) return false;
  if (isOther(pattern, 'birth') && !taxId) return false;
  if (isDefinitelyNot(pattern)) return false;
  return (['birth', 'email', 'phone', 'tax_id', 'street'] as const).some((field) => isAlike(pattern, field));
}

/** The rule under which a pair is one customer without weighing, or null. */
export class IdentifierRules {
  readonly #shared: Readonly<Record<(typeof IDENTIFIERS)[number], Int32Array>>;

  constructor(private readonly evidence: Evidence) {
    this.#shared = {
      email: sharing(evidence.email),
      phone: sharing(evidence.phone),
      tax_id: sharing(evidence.tax_id),
    };
  }

  ruleOf(pattern: number, record: number): LinkRule | null {
    return IDENTIFIERS.find((field) => this.#holds(field, pattern, record)) ?? null;
  }

  #holds(field: (typeof IDENTIFIERS)[number], pattern: number, record: number): boolean {
    if (!isSame(pattern, field) || !mayMergeUnasked(pattern)) return false;
    if (this.#shared[field][this.evidence[field].codes[record]] > SHARED_BY_MANY) return false;
    // A household shares a telephone: the surname may not be another one, save that of who married and kept the rest.
    const surname = !isOther(pattern, 'surname');
    if (field === 'phone') return surname;
    return surname || isAlike(pattern, 'birth') || level(pattern, 'given') !== 0;
  }
}

/** Records that have each value. */
function sharing({ codes, values }: TextColumn): Int32Array {
  const counts = new Int32Array(values.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return counts;
}
