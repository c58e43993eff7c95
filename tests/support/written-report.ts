import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { main } from '../../src/cli/report';
import { parseTable, type Row } from './report';

export interface WrittenSummary {
  readonly [key: string]: unknown;
  readonly observed_from: string | null;
  readonly observed_until: string | null;
  readonly net: number;
  readonly customers: number;
  readonly files: readonly {
    readonly name: string;
    readonly role: string;
    readonly rows_read: number;
    readonly rows_loaded: number;
    readonly rows_rejected: number;
    readonly rows_merged: number;
    readonly rows_set_aside: number;
    readonly reasons: Readonly<Record<string, number>>;
  }[];
  readonly quality: readonly { readonly code: string; readonly file: string; readonly count: number }[];
  readonly questions: readonly {
    readonly code: string;
    readonly sentence: string;
    readonly readings: readonly {
      readonly answer: string;
      readonly net: number | null;
      readonly customers: number | null;
    }[];
  }[];
  readonly not_written: Readonly<Record<string, readonly string[]>>;
}

/** What the headless report wrote, and how it ended. */
export interface WrittenReport {
  readonly exit: number;
  readonly summary: WrittenSummary;
  /** As `mapping.json` has it. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly rows: (metric: string) => Row[];
  /** `code count` of all that was noticed. */
  readonly noticed: readonly string[];
  readonly asked: readonly string[];
}

/** The headless report in this process. Throws where it wrote nothing, with what it said. */
export async function runReport(args: readonly string[]): Promise<WrittenReport> {
  const out = mkdtempSync(join(tmpdir(), 'case-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const exit = await main([...args, '--out', out]);
  const words = said.mock.calls.flat().join('\n');
  said.mockRestore();
  if (exit === 1 || exit === 2) throw new Error(words);
  const read = (file: string) => readFileSync(join(out, file), 'utf8');
  const tables = new Map(readdirSync(out).map((file) => [file, file.endsWith('.csv') ? parseTable(read(file)) : []]));
  const summary = JSON.parse(read('summary.json')) as WrittenSummary;
  summary.files.forEach(checkAccount);
  return {
    exit,
    summary,
    mapping: JSON.parse(read('mapping.json')) as Readonly<Record<string, unknown>>,
    rows: (metric) => tables.get(`${metric}.csv`) ?? [],
    noticed: summary.quality.map(({ code, count }) => `${code} ${count}`),
    asked: summary.questions.map(({ code }) => code),
  };
}

/** Nothing is lost silently: every row that was read is loaded, rejected, merged or set aside, with a reason (METRICS.md rule 11). */
function checkAccount(file: WrittenSummary['files'][number]): void {
  const { rows_read, rows_loaded, rows_rejected, rows_merged, rows_set_aside, reasons } = file;
  expect(rows_loaded + rows_rejected + rows_merged + rows_set_aside, file.name).toBe(rows_read);
  const told = Object.values(reasons).reduce((sum, count) => sum + count, 0);
  expect(told, `${file.name}: ${JSON.stringify(reasons)}`).toBe(rows_rejected + rows_set_aside);
}

/** Reads files as a stranger brings them: the engine guesses what each is. */
export const bringFiles = (files: readonly string[], args: readonly string[] = []): Promise<WrittenReport> =>
  runReport([...files.flatMap((file) => ['--auto', file]), ...args]);

/** Writes files of a test's own into a folder that is gone when it ends. Their paths, in order. */
export function writeFiles(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'brought-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}
