import path from 'node:path';
import { transactionFile } from '../../benchmarks/transaction-file';

/** A file of so many lines of transactions, made once and kept. A million are 96 MB. */
export const longFile = (lines: number): string =>
  transactionFile(path.resolve('node_modules/.cache/perennial/bench'), lines);
