import { packTable } from '../bridge/packed-table';
import type { EngineApi, Handlers } from '../bridge/protocol';
import { Cancelled } from '../domain/errors';
import { databaseTables } from '../database/tables/tables';
import { countReadings, inSteps } from '../intake/load/count-readings';
import { customerPage } from './customer-list';
import { customerStory } from './customer-story';
import { EngineSession } from './session';
import { countJoinQuestion } from '../intake/load/page-joins';
import { workspaceHandlers } from './workspace-handlers';
import { storyRecords } from './story-records';
import { queryText } from './run-metric';
import { reviewOf } from './unified-load';
import { rejectedWithCells, rowsByReason, wholeRows } from '../intake/load/whole-rows';

/** Answers the page's calls to the engine from one session. */
export function engineHandlers(session = new EngineSession()): Handlers<EngineApi> {
  return {
    ...workspaceHandlers(session),
    bring: (request, control) => session.bring(request, control),
    guessAs: ({ table, roles }) => session.guessAs(table, roles),
    rename: ({ from, to }) => {
      session.tables.rename(from, to);
      return null;
    },
    hold: ({ tables, waiting }) => {
      session.tables.hold(tables, waiting);
      return null;
    },
    unify: ({ choices }, control) => session.unify(choices, control),
    review: (request) => reviewOf(session.loaded, session.loaded.unify.decisions, request),
    clear: () => {
      session.clear();
      return null;
    },
    metric: async ({ metric, options, filter }, control) => {
      const { runner } = session.loaded;
      const { generation } = session;
      const hearMessages = async () => {
        await new Promise((resolve) => setTimeout(resolve));
        if (control.signal.aborted || session.generation !== generation) throw new Cancelled();
      };
      const missing = runner.missing(metric);
      const { observed, window, windowed, hasProfit, customers } = runner.context(filter);
      const found = missing.length > 0 ? null : await runner.inSteps(metric, options, filter, hearMessages);
      return {
        metric,
        generation,
        table: found && packTable(found.table),
        ...(found?.picture ? { picture: found.picture } : {}),
        missing,
        context: { observed, window, windowed, hasProfit, customers },
      };
    },
    queryText: ({ metric }) => queryText(metric),
    queryInputs: ({ metric, options, filter }) => session.loaded.runner.queryInputs(metric, options, filter),
    customers: (request) => {
      const { facts, runner } = session.loaded;
      const { mark } = request;
      const members = mark && runner.members(mark.metric, mark.options, mark.filter, mark.row, mark.column);
      return customerPage(facts, runner.scope(request.filter), members, request);
    },
    story: ({ id }) => ({
      ...customerStory(session.loaded.facts, session.loaded.dataset, id),
      records: storyRecords(session.loaded, id),
    }),
    rejections: () => session.loaded.dataset.rejections,
    rejectedWithCells: () => rejectedWithCells(session.loaded.origins),
    rowsByReason: ({ list, column, reason }) => rowsByReason(session.loaded.origins, list, { column, reason }),
    receipt: ({ tables }) => session.receipt(tables),
    countReadings: async ({ table, asks, timeZone }, control) => {
      const held = session.tables.at(table);
      return held ? inSteps(asks, (ask) => countReadings(held.table, [ask], timeZone), control.signal) : [];
    },
    countJoins: ({ said, choices, asks, timeZone }, control) => {
      const shown = session.tables.among(choices.map(({ table }) => table));
      return inSteps(asks, (ask) => countJoinQuestion(shown, said, choices, ask, timeZone), control.signal);
    },
    quality: () => session.quality().map(({ finding }) => finding),
    qualityRows: ({ index }) => wholeRows(session.loaded.origins, session.quality()[index]?.places ?? []),
    databaseTables: () => ({ generation: session.generation, tables: databaseTables(session.loaded.facts) }),
  };
}
