import type { EngineApi, Handlers } from '../bridge/protocol';
import { Cancelled } from '../domain/errors';
import { databaseTables } from '../facts/database-tables';
import { customerPage } from './customer-list';
import { customerStory } from './customer-story';
import { describeInspected } from './inspect';
import { EngineSession } from './session';

/** Answers the page's calls to the engine from one session. */
export function engineHandlers(session = new EngineSession()): Handlers<EngineApi> {
  return {
    inspect: async ({ files }, control) => (await session.inspect(files, control)).map(describeInspected),
    forget: ({ tables }) => {
      session.forget(tables);
      return null;
    },
    load: ({ name, choices, until }, control) => session.load(name, choices, until, control),
    clear: () => {
      session.clear();
      return null;
    },
    metric: async ({ metric, options, filter }, control) => {
      const { runner } = session.loaded;
      const { generation } = session;
      const breathe = async () => {
        await new Promise((resolve) => setTimeout(resolve));
        if (control.signal.aborted || session.generation !== generation) throw new Cancelled();
      };
      const missing = runner.missing(metric);
      const { observed, window, windowed, hasProfit, customers } = runner.context(filter);
      return {
        metric,
        generation,
        table: missing.length > 0 ? null : await runner.tableInSteps(metric, options, filter, breathe),
        missing,
        context: { observed, window, windowed, hasProfit, customers },
      };
    },
    queryInputs: ({ metric, options, filter }) => session.loaded.runner.queryInputs(metric, options, filter),
    customers: (request) => {
      const { facts, runner } = session.loaded;
      const { mark } = request;
      const members = mark && runner.members(mark.metric, mark.options, mark.filter, mark.row, mark.column);
      return customerPage(facts, runner.scope(request.filter), members, request);
    },
    story: ({ id }) => customerStory(session.loaded.facts, session.loaded.dataset, id),
    rejections: () => session.loaded.dataset.rejections,
    databaseTables: () => ({ generation: session.generation, tables: databaseTables(session.loaded.facts) }),
  };
}
