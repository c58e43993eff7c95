import type { TextColumn } from '../../domain/columns';
import type { Encoding, EncodingChoice } from '../../domain/encodings';
import type { Notice } from '../../domain/notices';
import type { TableNote } from '../../domain/table-notes';

/** A table as it stands in a file: every cell as text, nothing interpreted. */
export interface RawTable {
  /** The file's name, without a path. */
  readonly file: string;
  /** The worksheet, the table of a database, or the file within an archive; null where the file is one table. */
  readonly sheet: string | null;
  /** Unique, never empty: `column 3` where a header cell is blank, `Name (2)` where it repeats. */
  readonly header: readonly string[];
  /** The physical line (or sheet row) of the header, from 1; 0 where the table has none. */
  readonly headerLine: number;
  readonly rows: number;
  /** The physical line (or sheet row) on which each record begins, from 1. */
  readonly line: Int32Array;
  /** Trimmed cells, one column for each header cell. A workbook's dates are ISO text, its numbers plain decimals. */
  readonly columns: readonly TextColumn[];
  /** Records that are no data: blank lines, totals. Each is counted once in `rows read`. */
  readonly setAside: readonly SetAside[];
  /** What a person should know of how it was read. */
  readonly notes: readonly TableNote[];
  /** What was noticed while it was read or brought into form. */
  readonly notices?: readonly Notice[];
  readonly dialect: Dialect;
  /** What else its letters could be; not there where the file itself says how they are coded. */
  readonly encodings?: EncodingChoice;
}

/** A cell as it stands, '' where it is empty. */
export const cellAt = ({ columns }: RawTable, row: number, column: number): string => {
  const { codes, values } = columns[column];
  return codes[row] < 0 ? '' : values[codes[row]];
};

export interface SetAside {
  readonly line: number;
  readonly reason: 'blank' | 'preamble' | 'totals' | 'footer' | 'repeated_header' | 'group_heading';
  readonly text: string;
}

export type TableFormat =
  'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'fods' | 'xml' | 'html' | 'parquet' | 'arrow' | 'json' | 'sqlite';

export interface Dialect {
  /** `utf-8`, `utf-16le`, `windows-1252`, ... ; null for workbooks. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly format: TableFormat;
}

export interface ReadProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface ReadOptions {
  /** Reads only the worksheet, database table or file of an archive that has this name. */
  readonly sheet?: string;
  /** Text is read in this encoding, whatever its bytes say. */
  readonly encoding?: Encoding;
  readonly onprogress?: (progress: ReadProgress) => void;
  /** Reading stops within a second and throws `Cancelled`. */
  readonly signal?: AbortSignal;
}
