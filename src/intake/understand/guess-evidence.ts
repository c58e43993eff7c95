import { formatDay } from '../../domain/calendar';
import { writtenCount, writtenNumber } from '../../domain/written-numbers';
import type { TextColumn } from '../../domain/columns';
import { FIELDS } from '../../domain/roles';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import type { ColumnProfile } from './column-profile';

export interface Evidence {
  readonly evidence: string;
  /** The values give a reason to look twice. */
  readonly doubtful: boolean;
}

const plural = (n: number, one: string, many = one + 's') => `${writtenCount(n)} ${n === 1 ? one : many}`;

/** Why a column was taken for a field, in a few plain words. */
export function evidenceFor(
  guess: RoleGuess | null,
  field: string,
  candidate: Candidate,
  all: readonly Candidate[],
): Evidence {
  const { profile } = candidate;
  if (guess?.role === 'transactions' && field === 'order') return ordersEvidence(guess, candidate, all);
  if (profile.type === 'empty') return { evidence: 'always blank', doubtful: false };
  if (guess === null && /^(?:wt|weight|gewicht|gewichtung)$/i.test(profile.name) && profile.number) {
    return { evidence: 'could be a survey weight; not used until you choose it', doubtful: true };
  }
  if (profile.type === 'day' && (guess === null || field !== 'customer'))
    return { evidence: dayEvidence(profile), doubtful: false };
  const type = guess && (FIELDS[guess.role] as Readonly<Record<string, string>>)[field];
  const isFigure = guess === null || type === 'money' || type === 'number' || type === 'share';
  if (profile.number && isFigure && profile.type !== 'flag')
    return { evidence: numberEvidence(profile), doubtful: field === 'discount' && profile.number.max > 1 };
  return {
    evidence: `${plural(profile.distinct, 'value')}, ${blanks(profile)}`,
    doubtful: field === 'customer' && profile.blank > profile.rows / 2,
  };
}

const blanks = (profile: ColumnProfile) =>
  profile.blank === 0 ? 'none blank' : `${plural(profile.blank, 'row')} blank`;

function dayEvidence(profile: ColumnProfile): string {
  const [best] = profile.dates;
  if (profile.openOrder) return `both numbers are 12 or less in all ${plural(profile.rows - profile.blank, 'row')}`;
  const rows = (n: number) => (n === 0 ? 'none' : plural(n, 'row'));
  if (profile.above12 && profile.above12.some((n) => n > 0)) {
    return `first number above 12 in ${rows(profile.above12[0])}, second in ${rows(profile.above12[1])}`;
  }
  return `${formatDay(best.firstDay)} to ${formatDay(best.lastDay)}${profile.blank > 0 ? ', ' + blanks(profile) : ''}`;
}

function numberEvidence(profile: ColumnProfile): string {
  const { whole, min, max, negative, decimal, marks } = profile.number!;
  if (marks === 'open')
    return `${profile.first[0]} could have thousands or decimals; read with a decimal ${decimal === '.' ? 'point' : 'comma'}`;
  if (negative > 0) return `${plural(negative, 'row')} below zero`;
  const range = `${writtenNumber(min)} to ${writtenNumber(max)}`;
  return whole ? `whole numbers, ${range}` : `${range}, ${decimal === '.' ? 'point' : 'comma'} for decimals`;
}

/** An order that names two customers is two orders (METRICS.md rule 4); worth a look. */
function ordersEvidence(guess: RoleGuess, { profile, column }: Candidate, all: readonly Candidate[]): Evidence {
  const values = plural(profile.distinct, 'value');
  const customer = guess.fields['customer'] && all[guess.fields['customer'].index]?.column;
  if (!customer) return { evidence: `${values}, ${blanks(profile)}`, doubtful: false };
  const shared = countShared(column, customer);
  if (shared === 0) return { evidence: `${values}, ${blanks(profile)}`, doubtful: false };
  return {
    evidence: `${values}; ${plural(shared, 'order')} ${shared === 1 ? 'names' : 'name'} several customers`,
    doubtful: true,
  };
}

/** Values of a column that stand beside more than one value of another. */
function countShared(column: TextColumn, other: TextColumn): number {
  const first = new Int32Array(column.values.length).fill(-1);
  const isShared = new Uint8Array(column.values.length);
  const { codes } = column;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    const beside = other.codes[row];
    if (code < 0 || beside < 0) continue;
    if (first[code] < 0) first[code] = beside;
    else if (first[code] !== beside) isShared[code] = 1;
  }
  return isShared.reduce((sum, one) => sum + one, 0);
}
