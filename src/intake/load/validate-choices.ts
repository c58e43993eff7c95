import type { Dataset, Rejection } from '../../domain/columns';
import { Cancelled } from '../../domain/errors';
import type { Notice } from '../../domain/notices';
import { tableId, type Progress, type RoleReading } from '../../domain/import';
import { assembleDataset, type AssembledDataset } from './assemble';
import { mergeAccounts } from '../shape/join-tables';
import type { JoinedAccount } from '../read/balance';
import type { ShapedTable } from '../shape/shape-table';
import { AS_WRITTEN, type TimeZone } from '../../domain/time-zone';
import type { Treatments } from '../../domain/treatment';
import { NO_CHOICES, type UnifyChoices } from '../../domain/unification';
import type { Clusters } from '../unify/cluster';
import { compareCustomers, unifyCustomers, type ComparedRecords } from '../unify/unify';
import type { RawTable } from '../read/raw-table';
import type { Day } from '../../domain/calendar';
import type { Origin, Source } from './whole-rows';
import {
  countCurrencies,
  planCurrencies,
  validateRecords,
  validateTransactions,
  type FoundCurrencies,
} from '../check/validate';
import type { LoadedPart } from './kept-parts';
import { withWonDeals } from './won-deals';

export interface LoadedData {
  /** With the customers of all files brought together. */
  readonly dataset: Dataset;
  /** As the files have it: what decisions about customers are applied to. */
  readonly brought: AssembledDataset;
  readonly compared: ComparedRecords | null;
  readonly clusters: Clusters | null;
  readonly leftEmpty: readonly Rejection[];
  readonly duplicates: AssembledDataset['duplicates'];
  readonly duplicatePlaces: AssembledDataset['duplicatePlaces'];
  readonly treatments: Treatments;
  readonly currencies: FoundCurrencies;
  /** What the dataset was joined of: for each table one in each of its roles. */
  readonly parts: readonly LoadedPart[];
  /** Where each of the dataset's files comes from. */
  readonly origins: readonly Source[];
}
export interface ChosenTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
  /** Tables whose columns stand beside its rows. */
  readonly joined?: ShapedTable['joined'];
  /** The day on which its file was saved. */
  readonly savedOn?: Day | null;
  /** What was noticed while its roles were settled. */
  readonly notices?: readonly Notice[];
}
/** A table of an opened workspace: it was validated when it was kept. */
export interface ValidatedTable {
  readonly validated: readonly LoadedPart[];
}

/**
 * Checks every chosen table in every role it is to fill, deals that were won as purchases too, and joins them into one dataset. Lets waiting messages in between the steps, so that a cancel is heard: `onstep` may throw.
 * @param zone where stamps that name an instant are moved to
 */
export async function validateChoices(
  chosen: readonly (ChosenTable | ValidatedTable)[],
  treatments: Treatments = {},
  onstep?: (progress: Progress) => void,
  choices: UnifyChoices = NO_CHOICES,
  zone: TimeZone = AS_WRITTEN,
): Promise<LoadedData> {
  const tables = withPurchases(chosen);
  const currencies = countCurrencies(transactionsOf(tables));
  const plan = planCurrencies(currencies, treatments.transactions);
  const parts: LoadedPart[] = [];
  const total = tables.reduce((sum, one) => sum + ('table' in one ? one.table.rows : 0), 0);
  const accounts = new Map<string, JoinedAccount[]>();
  for (const one of tables)
    for (const account of 'table' in one ? (one.joined ?? []) : [])
      accounts.set(sourceOf(account), [...(accounts.get(sourceOf(account)) ?? []), account]);
  let done = 0;
  for (const one of tables) {
    if ('validated' in one) {
      parts.push(...one.validated);
      continue;
    }
    const { table, roles } = one;
    for (const { role, mapping } of roles) {
      await hearMessages();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = parts.length;
      const part =
        role === 'transactions'
          ? validateTransactions(table, mapping, at, plan, zone, treatments.transactions?.duplicates === 'merge')
          : validateRecords(table, role, mapping, at, zone);
      // What was joined is accounted for once, to however many tables and whatever their roles.
      const joined =
        one.roles[0]?.role !== role ? [] : (one.joined ?? []).flatMap((account) => takeAccount(accounts, account));
      parts.push({
        table: tableId(table),
        part: joined.length > 0 ? { ...part, joined } : part,
        origin: { table, mapping, savedOn: one.savedOn ?? null },
      });
    }
    done += table.rows;
  }
  const data = await joinParts(parts, treatments, onstep, choices, currencies);
  const noticed = tables.flatMap((one) => ('table' in one ? (one.notices ?? []) : []));
  return { ...data, brought: { ...data.brought, notices: [...noticed, ...data.brought.notices] } };
}

/** Of an opened workspace nothing is left to settle. */
function withPurchases(tables: readonly (ChosenTable | ValidatedTable)[]): (ChosenTable | ValidatedTable)[] {
  const settled = withWonDeals(
    tables.flatMap((one) => ('table' in one ? [one] : [])),
    null,
  );
  return tables.map((one) => ('table' in one ? settled.shift()! : one));
}

const sourceOf = ({ source, balance }: JoinedAccount): string => source ?? balance.name;

/** What became of a joined table's rows over all tables that it stands beside; nothing once it has been told. */
function takeAccount(accounts: Map<string, JoinedAccount[]>, account: JoinedAccount): JoinedAccount[] {
  const all = accounts.get(sourceOf(account));
  accounts.delete(sourceOf(account));
  return all ? [mergeAccounts(all)] : [];
}

/** One dataset of parts in their order, with the customers of all files brought together. */
export async function joinParts(
  parts: readonly LoadedPart[],
  treatments: Treatments = {},
  onstep?: (progress: Progress) => void,
  choices: UnifyChoices = NO_CHOICES,
  currencies: FoundCurrencies = countCurrencies([]),
): Promise<LoadedData> {
  const brought = assembleDataset(
    parts.map(({ part }) => part),
    [],
    treatments,
  );
  let heard = performance.now();
  const compared = await compareCustomers(brought, async (share) => {
    // A browser makes every timeout in a row wait for 4 ms.
    if (performance.now() - heard > MESSAGES_EVERY) {
      await hearMessages();
      heard = performance.now();
    }
    onstep?.({ step: 'matching', file: null, done: Math.round(share * 1_000), total: 1_000, rows: 0 });
  });
  await hearMessages();
  const rows = brought.files.reduce((sum, { rows_loaded }) => sum + rows_loaded, 0);
  onstep?.({ step: 'loading', file: null, done: rows, total: rows, rows });
  return {
    ...unifyCustomers(brought, compared, choices),
    brought,
    compared,
    leftEmpty: brought.leftEmpty,
    duplicates: brought.duplicates,
    duplicatePlaces: brought.duplicatePlaces,
    treatments,
    currencies,
    parts,
    origins: originsOf(parts),
  };
}

const UNKNOWN: Origin = { table: null, mapping: {}, savedOn: null };

/** In the order of the dataset's files: the parts, then what was joined to them. */
function originsOf(parts: readonly LoadedPart[]): Source[] {
  const joined = parts.flatMap(({ part }) => part.joined ?? []);
  return [
    ...parts.map(({ part, origin }) => ({
      ...(origin ?? UNKNOWN),
      rejections: part.rejections,
      leftEmpty: part.leftEmpty,
    })),
    ...joined.map(({ rejections }) => ({ ...UNKNOWN, rejections, leftEmpty: [] })),
  ];
}

/** The tables of transactions that are not validated yet, as they are mapped. */
export const transactionsOf = (tables: readonly (ChosenTable | ValidatedTable)[]) =>
  tables.flatMap((one) =>
    'validated' in one
      ? []
      : one.roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table: one.table, mapping }] : [])),
  );

/** Longest that waiting messages wait while records are compared. */
const MESSAGES_EVERY = 50;

/** Lets waiting messages in, among them a cancel. Throws `cancelled`. */
export async function hearMessages(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (signal?.aborted) throw new Cancelled();
}
