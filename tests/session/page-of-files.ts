import { NO_LOAD_ANSWERS } from '../../src/domain/load-answers';
import { EngineSession } from '../../src/engine/session';
import { NOTHING_RECALLED } from '../../src/session/tables';
import { openPage } from '../support/page-state';

/** What stands behind the Data page once files were brought and counted as they are: its session, its questions, and the engine. */
export async function pageOf(files: Readonly<Record<string, string>>) {
  const session = new EngineSession();
  const page = openPage(session);
  const brought = Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) }));
  const request = { files: brought, answers: NO_LOAD_ANSWERS, count: false };
  const { tables } = await page.engine.call('bring', request);
  page.dispatch({ type: 'tables-read', tables, recalled: NOTHING_RECALLED });
  await page.loading.load();
  return {
    session,
    page,
    asking: page.asking,
    moveTo: (zone: string) => page.dispatch({ type: 'time-zone-chosen', zone }),
    takeSpellings: (areOne: boolean) => page.dispatch({ type: 'keys-spelled', areOne }),
    report: () => page.report!,
    receipt: () => page.engine.call('receipt', { tables: page.tables.inspected.map(({ id }) => id) }),
  };
}
