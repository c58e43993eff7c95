import type { ValidatedRecords } from './validate-records';
import type { ValidatedTransactions } from './validate-transactions';

/** Tables and their mapping in, validated columns and rejected rows out. */
export { validateTransactions, type ValidatedTransactions } from './validate-transactions';
export { validateRecords, type RecordRole, type ValidatedRecords } from './validate-records';
export type { Suspicion, ValidatedFile } from './validate-fields';

/** One file in one role. */
export type ValidatedPart = ValidatedTransactions | ValidatedRecords;
export { countCurrencies, planCurrencies, type FoundCurrencies } from './validate-currency';
