import { AppError } from '../domain/errors';
import type { Database } from './open';
import { lineAt, tokensOf, type Token } from './tokens';

export const MOST_ROWS = 10_000;
/** Limits in characters for one cell and for the whole result, since a page cannot hold gigabytes of text. */
const MOST_IN_CELL = 50_000;
const MOST_CHARACTERS = 20_000_000;
const READING = ['SELECT', 'WITH', 'VALUES', 'EXPLAIN'];
/** A statement after EXPLAIN must only read, too: EXPLAIN PRAGMA sets the pragma. */
const EXPLAINED = ['SELECT', 'WITH', 'VALUES'];
const WRITING = ['INSERT', 'REPLACE', 'UPDATE', 'DELETE'];

/** Why a statement is not run; `begins` or `line` say where. */
export type Refusal =
  | { readonly reason: 'empty' }
  | { readonly reason: 'not-reading'; readonly begins: string }
  | { readonly reason: 'writes'; readonly begins: string }
  | { readonly reason: 'second-statement'; readonly line: number };
export class SqlRefused extends AppError<'sql-refused', Refusal> {}
/** SQLite does not understand the statement, or fails at it. `line` counts from 1; null where SQLite names no place. */
export class SqlFailed extends AppError<'sql-failed', { message: string; line: number | null }> {}

const refuse = (refusal: Refusal): never => {
  throw new SqlRefused('sql-refused', refusal);
};

/** Throws an error unless the text is one statement that only reads. The pragma `query_only` is the second guard. */
export function checkStatement(sql: string): void {
  const tokens = tokensOf(sql);
  const end = tokens.findIndex(({ text }) => text === ';');
  const statement = end < 0 ? tokens : tokens.slice(0, end);
  if (statement.length === 0) return refuse({ reason: 'empty' });
  const [first] = statement;
  if (!READING.includes(first.text)) return refuse({ reason: 'not-reading', begins: first.text });
  if (first.text === 'EXPLAIN') {
    const told = statement[1]?.text === 'QUERY' && statement[2]?.text === 'PLAN' ? statement[3] : statement[1];
    if (!told || !EXPLAINED.includes(told.text))
      return refuse({ reason: 'not-reading', begins: `EXPLAIN ${told?.text ?? ''}`.trim() });
  }
  const writing = outermost(statement).find(
    ({ text, kind }, at, words) => kind === 'word' && WRITING.includes(text) && words[at + 1]?.text !== '(',
  );
  if (writing) return refuse({ reason: 'writes', begins: writing.text });
  const further = end < 0 ? undefined : tokens.slice(end).find(({ text }) => text !== ';');
  if (further) return refuse({ reason: 'second-statement', line: lineAt(sql, further.start) });
}

/** Tokens outside all parentheses: the main verb after a WITH is among them. `replace(` is a function. */
function outermost(tokens: readonly Token[]): Token[] {
  let depth = 0;
  const found: Token[] = [];
  for (const token of tokens) {
    if (token.text === ')') depth--;
    if (depth === 0) found.push(token);
    if (token.text === '(') depth++;
  }
  return found;
}

export type Cell = string | number | null;
export interface ConsoleAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether there were more rows than the limit. */
  readonly cut: boolean;
}

/** Runs a checked statement; at most `limit` rows. */
export function runStatement(database: Database, sql: string, limit = MOST_ROWS): ConsoleAnswer {
  checkStatement(sql);
  database.run('PRAGMA query_only = 1');
  try {
    const statement = database.prepare(sql);
    try {
      const rows: Cell[][] = [];
      let room = MOST_CHARACTERS;
      let cut = false;
      while (statement.step() && !cut) {
        cut = rows.length === limit || room <= 0;
        if (!cut) {
          const row = exact(statement).get(null, { useBigInt: true }).map(cellOf);
          for (const cell of row) room -= typeof cell === 'string' ? cell.length : 8;
          rows.push(row);
        }
      }
      return { columns: statement.getColumnNames(), rows, cut };
    } finally {
      statement.free();
    }
  } catch (error) {
    throw failure(database, sql, error);
  } finally {
    database.run('PRAGMA query_only = 0');
  }
}

/** sql.js reads integers as BigInt on request, which its types leave out. */
const exact = (statement: unknown) => statement as { get(params: null, config: { useBigInt: true }): unknown[] };

/** Integers beyond 2^53 and blobs as text. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof Uint8Array) return shorten(`x'${Array.from(value.subarray(0, MOST_IN_CELL), hex).join('')}'`);
  return typeof value === 'string' ? shorten(value) : (value as number | null);
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const shorten = (text: string) => (text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL)}…` : text);

function failure(database: Database, sql: string, error: unknown): AppError {
  const message = error instanceof Error ? error.message : String(error);
  if (/attempt to write a readonly database/.test(message))
    return new SqlRefused('sql-refused', { reason: 'writes', begins: '' });
  // The heap may be corrupt now: the page ends this worker and fills a new one.
  if (/out of memory|memory access|Aborted/i.test(message)) return new AppError('worker-crashed', { reason: message });
  return new SqlFailed('sql-failed', { message, line: lineOfError(database, sql, message) }, { cause: error });
}

/**
 * Finds the line of an error, of which SQLite names only the word. A syntax error is at the first such word before which the
 * text is merely incomplete; any other error is at the first word of that name.
 */
function lineOfError(database: Database, sql: string, message: string): number | null {
  if (message === 'incomplete input') return lineAt(sql.trimEnd(), sql.trimEnd().length);
  const near = /^near "([\s\S]*)": syntax error$/.exec(message);
  const named = /^(?:no such (?:column|table|function): |ambiguous column name: )(?:.*\.)?(.+?)(?: - .*)?$/.exec(
    message,
  );
  const word = (near ?? named)?.[1];
  if (word === undefined) return null;
  const bare = (token: Token) => sql.slice(token.start, token.end).replace(/^["`[]|["`\]]$/g, '');
  const candidates = tokensOf(sql).filter((token) =>
    near ? sql.slice(token.start, token.end) === word : bare(token).toLowerCase() === word.toLowerCase(),
  );
  const found = near
    ? candidates.find((token) => errorOf(database, sql.slice(0, token.end)) === message)
    : candidates[0];
  return found ? lineAt(sql, found.start) : null;
}

function errorOf(database: Database, sql: string): string | null {
  try {
    database.prepare(sql).free();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
