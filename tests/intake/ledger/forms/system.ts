import type { Random } from '../../mutations';
import type { Figures, Grain } from '../figures';
import type { Holds, Ledger } from '../ledger';
import { csvOf, dayText, moneyText, type DayForm, type Form, type Row } from '../write';
import { rowsOf, type WrittenRow } from './columns';

/** How one export of a system is written: in which of its languages, chosen once for a file. */
export interface Tongue {
  readonly ledger: Ledger;
  /** A choice of the file's own, the same on all of its rows: one of a number of them. */
  readonly choice: number;
  /** The word of this language out of `Order|Bestellung`. */
  readonly word: (texts: string) => string;
  readonly money: (cents: number) => string;
  readonly day: (day: number, minute?: number) => string;
}

/** A header in each language, with `|` between them, and what stands beneath it. */
export type SystemColumn = readonly [header: string, cell: string | ((row: WrittenRow, tongue: Tongue) => string)];

export interface System {
  readonly name: string;
  /** As the product calls it, where that is not the name. */
  readonly recipe?: string;
  readonly holds: Holds;
  readonly grain: Grain;
  readonly file: string;
  /** Of each language; by default there is one, with commas and points. */
  readonly tongues?: readonly { readonly day: DayForm; readonly mark?: ',' | '.'; readonly delimiter?: string }[];
  readonly columns: readonly SystemColumn[];
  /** Which rows are written: by default every line, and what was given back where it has rows of its own. */
  readonly rows?: (row: WrittenRow) => boolean;
  /** What else stands in the file: rows that are no sales, in the columns of the others. */
  readonly among?: (rows: readonly Row[], written: readonly WrittenRow[], tongue: Tongue) => readonly Row[];
  /** The whole text, where lines stand above or beneath the table. */
  readonly text?: (text: string, tongue: Tongue, header: readonly string[]) => string;
  readonly told?: (figures: Figures, ledger: Ledger) => Figures;
  readonly isInOrder?: boolean;
  /** What the ledger must be for the system: its numbers of accounts, say. */
  readonly ledger?: (ledger: Ledger) => Ledger;
}

const PLAIN: NonNullable<System['tongues']> = [{ day: 'minute' }];

/** A form out of a table of columns. */
export function systemForm(system: System): Form {
  const { name, recipe = name, holds, grain, told, file, isInOrder = false } = system;
  return {
    name,
    recipe,
    holds,
    grain,
    isInOrder,
    ...(told ? { told } : {}),
    write: (ledger, random) => [{ name: file, text: textOf(system, system.ledger?.(ledger) ?? ledger, random) }],
  };
}

function textOf(system: System, ledger: Ledger, random: Random): string {
  const tongues = system.tongues ?? PLAIN;
  const language = random(tongues.length);
  const { day, mark = '.', delimiter = ',' } = tongues[language];
  const word = (texts: string) => {
    const each = texts.split('|');
    return each[language] ?? each[0];
  };
  const tongue: Tongue = {
    ledger,
    choice: random(60),
    word,
    money: (cents) => moneyText(cents, mark),
    day: (one, minute = 0) => dayText(one, minute, day),
  };
  const columns = system.columns.map(([header, cell]) => ({ header: word(header), cell }));
  const written = rowsOf(ledger, system.grain.refunds !== 'order').filter(system.rows ?? (() => true));
  const rows = written.map((row): Row =>
    Object.fromEntries(
      columns.map(({ header, cell }) => [header, typeof cell === 'string' ? word(cell) : cell(row, tongue)]),
    ),
  );
  const header = columns.map((column) => column.header);
  const text = csvOf(header, system.among?.(rows, written, tongue) ?? rows, delimiter);
  return system.text?.(text, tongue, header) ?? text;
}

/** One row an order. */
export const oneRowEach = ({ i, isReturn }: WrittenRow): boolean => i === 0 && !isReturn;
/** One row an order, and one a refund. */
export const oneRowOrRefund = ({ i }: WrittenRow): boolean => i === 0;

/** The number of an order; of a refund that is a document, one of its own. */
export const documentId = ({ order, isReturn }: WrittenRow): string => (isReturn ? `R${order.id}` : order.id);
export const dayOf = ({ order, isReturn }: WrittenRow): number => (isReturn ? order.refund!.day : order.day);
/** Cents of a row that is written as it is signed. */
export const signedCents = ({ isReturn, cents }: WrittenRow): number => (isReturn ? -cents : cents);
