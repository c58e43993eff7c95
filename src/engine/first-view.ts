import { encodeFirstView, type FirstView } from '../bridge/first-view';
import type { ArgumentOf, EngineApi, MethodOf } from '../bridge/protocol';
import { unpackTable } from '../bridge/packed-table';
import type { BroughtFile } from '../domain/import';
import { NO_LOAD_ANSWERS, reportOf } from '../domain/load-answers';
import { sampleAnswers, type SampleCompany } from '../domain/sample-company';
import { readBalances } from '../metrics/customer-balance/balance';
import type { customerBalance } from '../metrics/customer-balance/definition';
import { lostBest, lostBestRequest } from '../metrics/customer-balance/next-action';
import type { MetricTable } from '../metrics/metric';
import { engineHandlers } from './handlers';

/** What the Life cycle page asks before anybody has touched it. A browser test finds whatever is missing here. */
const QUESTIONS: readonly ArgumentOf<EngineApi, 'metric'>[] = [
  { metric: 'customer_balance', options: {}, filter: [] },
  { metric: 'buying_and_away', options: {}, filter: [] },
  { metric: 'kpi_tree', options: {}, filter: [] },
  { metric: 'buying_and_away', options: { source: 'auto', lapse_days: 183 }, filter: [] },
];

/**
 * Reads a sample company and counts what its first page shows: for the build, so that the page need not wait for the engine. As soon as
 * that has counted for itself its own answers take the place of these.
 * @returns the text of a `FirstView`
 */
export async function countFirstView(company: SampleCompany, files: readonly BroughtFile[]): Promise<string> {
  const handlers = engineHandlers();
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const { tables } = await handlers.bring({ files, answers: NO_LOAD_ANSWERS, count: false }, control);
  const answers = sampleAnswers(company, tables);
  const report = reportOf(await handlers.bring({ files: [], answers, count: true }, control));
  const found: FirstView['answers'][number][] = [];
  const ask = async <M extends MethodOf<EngineApi>>(method: M, argument: ArgumentOf<EngineApi, M>) => {
    const reply = await handlers[method](argument, control);
    found.push({ method, argument, reply });
    return reply;
  };
  for (const question of QUESTIONS) {
    const { table, context } = await ask('metric', question);
    if (question.metric !== 'customer_balance' || !table) continue;
    const [latest] = readBalances(unpackTable(table) as MetricTable<typeof customerBalance>);
    const lost = latest && lostBest(latest, context.hasProfit);
    if (latest && lost) await ask('customers', lostBestRequest(lost, latest, question.filter));
  }
  return encodeFirstView({ report, answers: found });
}
