import { NO_DAY } from '../../domain/calendar';
import type { Dataset, RecordTable, TextColumn } from '../../domain/columns';
import type { RecordTotals } from '../../domain/receipt';
import { ROLES, type Role } from '../../domain/roles';
import { dealState } from '../../intake/check/open-deals';

type RecordRole = Exclude<Role, 'transactions'>;

/** What the tables of each role hold, all together. */
export function recordTotals(dataset: Pick<Dataset, 'records'>): RecordTotals[] {
  return ROLES.flatMap((role) => {
    if (role === 'transactions') return [];
    const records = dataset.records[role];
    return records ? [totalsOf(role, records)] : [];
  });
}

/** The days of a role on which something is recorded to have happened. */
const DAYS: { readonly [R in RecordRole]?: readonly string[] } = {
  contracts: ['start', 'ended_on'],
  interactions: ['date'],
  spend: ['date'],
  surveys: ['date'],
  deals: ['opened', 'closed'],
};

export function totalsOf(role: RecordRole, records: RecordTable): RecordTotals {
  const { text, number, rows } = records;
  const days = spanOf((DAYS[role] ?? []).flatMap((field) => records.day[field] ?? []));
  const hasAmount = role === 'spend' || role === 'deals';
  return {
    role,
    rows,
    ...customersOf(role, text),
    closed: closedOf(role, records),
    amount: hasAmount && number['amount'] ? sumOf(number['amount']) : null,
    ...days,
  };
}

/** Of deals the contacts and their companies apart: a deal that names no contact has its company as customer. */
function customersOf(role: RecordRole, { customer, company }: RecordTable['text']) {
  const named = customer ? namesIn(customer) : new Set<string>();
  if (role !== 'deals' || !company) return { customers: named.size, companies: 0 };
  const companies = namesIn(company);
  return { customers: [...named].filter((name) => !companies.has(name)).length, companies: companies.size };
}

function closedOf(role: RecordRole, { text, day }: RecordTable): number | null {
  if (role === 'deals') {
    const state = text['status'] ?? text['stage'];
    return state ? countOf(state, (word) => dealState(word) === 'won') : null;
  }
  if (role !== 'contracts') return null;
  if (text['churned']) return countOf(text['churned'], (word) => word === 'yes');
  return day['ended_on'] ? day['ended_on'].reduce((sum, one) => sum + (one === NO_DAY ? 0 : 1), 0) : null;
}

function spanOf(columns: readonly Int32Array[]): { from: number | null; until: number | null } {
  let [from, until] = [Infinity, -Infinity];
  for (const column of columns)
    for (const day of column) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > until) until = day;
    }
  return from <= until ? { from, until } : { from: null, until: null };
}

const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

function namesIn({ codes, values }: TextColumn): Set<string> {
  const isNamed = new Uint8Array(values.length);
  for (const code of codes) if (code >= 0) isNamed[code] = 1;
  return new Set(values.filter((_, code) => isNamed[code]));
}

function countOf({ codes, values }: TextColumn, holds: (word: string) => boolean): number {
  const counts = values.map((value) => (holds(value) ? 1 : 0));
  return codes.reduce((sum, code) => sum + (code < 0 ? 0 : counts[code]), 0);
}
