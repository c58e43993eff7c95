import type { BroughtFile, InspectedTable, LoadReport, TableChoice } from '../../src/domain/import';
import { NO_LOAD_ANSWERS, reportOf } from '../../src/domain/load-answers';
import type { EngineSession } from '../../src/engine/session';
import type { LoadControl } from '../../src/intake/load/load';

/** The tables of files, read and not yet in view. */
export const readTo = async (
  session: EngineSession,
  files: readonly BroughtFile[],
): Promise<readonly InspectedTable[]> =>
  (await session.bring({ files, answers: NO_LOAD_ANSWERS, count: false })).tables;

/** Counts tables that a session holds, in the form in which it holds them, in these roles. */
export async function countIn(
  session: EngineSession,
  name: string,
  choices: readonly TableChoice[],
  control?: LoadControl,
): Promise<LoadReport> {
  const inspected = choices.map(({ table }) => ({ id: table, shapes: session.tables.at(table)?.shapes ?? [] }));
  const roles = Object.fromEntries(choices.map((choice) => [choice.table, choice.roles]));
  const answers = { ...NO_LOAD_ANSWERS, name, tables: { inspected, roles, leftOut: {} } };
  return reportOf(await session.bring({ files: [], answers, count: true }, control));
}
