import { moneyAtStake } from '../../domain/answers';
import type { RoleReading } from '../../domain/import';
import type { QuestionCode, QuestionReading, ReadingTotals, TableQuestion } from '../../domain/questions';
import { Cancelled } from '../../domain/errors';
import type { RoleMapping } from '../../domain/roles';
import type { TimeZone } from '../../domain/time-zone';
import { buildFacts } from '../../facts/build';
import { scopeOf } from '../../facts/scope';
import { assembleDataset } from './assemble';
import type { RawTable } from '../read/raw-table';
import { validateTransactions } from '../check/validate';
import { summarise } from '../../facts/summary';

/** Counts one question after the other, with other calls let in between them; the most money comes first. Throws `cancelled`. */
export async function inSteps(
  asks: readonly TableQuestion[],
  count: (ask: TableQuestion) => readonly TableQuestion[],
  signal: AbortSignal,
): Promise<TableQuestion[]> {
  const counted: TableQuestion[] = [];
  for (const ask of asks) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) throw new Cancelled();
    counted.push(...count(ask));
  }
  return counted.sort((a, b) => moneyAtStake(b) - moneyAtStake(a));
}

/**
 * Counts what a table comes to under each reading of each question, and keeps the questions on which money or people depend: where
 * all readings come to the same, nothing is asked. The most money comes first.
 * @param zone where stamps that name an instant are moved to
 */
export function countReadings(table: RawTable, asks: readonly TableQuestion[], zone?: TimeZone): TableQuestion[] {
  const counted = asks.flatMap((ask): TableQuestion[] => {
    const readings = ask.readings.flatMap((reading): QuestionReading[] => {
      const totals = totalsOf(table, reading.roles, zone);
      return totals === undefined ? [] : [{ ...reading, totals }];
    });
    const isOpen = BESIDE_TOTALS.has(ask.code) || differ(readings);
    return readings.length > 1 && isOpen ? [{ ...ask, readings }] : [];
  });
  return counted.sort((a, b) => moneyAtStake(b) - moneyAtStake(a));
}

/** Who bought when, how long somebody stayed and what she thinks depend on these, though every total may be the same. */
const BESIDE_TOTALS: ReadonlySet<QuestionCode> = new Set([
  'date_order',
  'calendar',
  'fiscal_start',
  'tenure_unit',
  'score_scale',
]);

/** Null where the table holds no sales, so that there is nothing to count; undefined where it cannot be read so. */
function totalsOf(table: RawTable, roles: readonly RoleReading[], zone?: TimeZone): ReadingTotals | null | undefined {
  const sales = roles.find(({ role }) => role === 'transactions');
  return totalsOfSales(sales ? [{ table, mapping: sales.mapping }] : [], zone);
}

/** What tables of sales come to together; null for none, undefined where they cannot be read so. */
export function totalsOfSales(
  sales: readonly { readonly table: RawTable; readonly mapping: RoleMapping }[],
  zone?: TimeZone,
): ReadingTotals | null | undefined {
  if (sales.length === 0) return null;
  try {
    const dataset = assembleDataset(
      sales.map(({ table, mapping }, at) => validateTransactions(table, mapping, at, undefined, zone)),
    );
    const facts = buildFacts(dataset);
    const { net, customers, customers_with_purchases: buyers, purchases } = summarise(facts, scopeOf(facts, []));
    const observed = facts.observed;
    return { net, customers, buyers, purchases, from: observed?.from ?? null, until: observed?.until ?? null };
  } catch {
    return undefined;
  }
}

const KEYS = ['net', 'customers', 'purchases', 'from', 'until'] as const;

const differ = (readings: readonly QuestionReading[]): boolean =>
  readings.some(({ totals }) => {
    const [first] = readings;
    if (totals === null || first.totals === null) return true;
    return KEYS.some((key) => totals[key] !== first.totals![key]);
  });
