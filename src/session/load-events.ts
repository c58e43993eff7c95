import { DEFAULT_RULES } from '../domain/rhythm';
import type { LoadReport } from '../domain/import';
import { NO_CHOICES } from '../domain/unification';
import type { FileEvent, Handlers, LoadEvent } from './events';
import { knownClauses, sameFilter } from './filter';
import { EMPTY_SESSION, NO_QUESTIONS, type Session } from './session';
import { sameHeader } from './sort-arrivals';
import { addTables, chooseRoles, forgetTables, NO_TABLES, tablesLoaded } from './tables';

/** What coming and going files make of the session. */
export const FILE_EVENTS: Handlers<Session, FileEvent> = {
  'files-coming': (session, { files }) => ({ ...session, coming: files }),
  'files-brought': (session, { files, tables, recalled }) => {
    const room = session.isOwn ? session : emptied(session);
    return {
      ...room,
      isOwn: true,
      coming: [],
      files: [...room.files, ...files],
      tables: addTables(room.tables, tables, recalled),
    };
  },
  'files-waiting': (session, { arrivals }) => ({
    ...session,
    coming: [],
    arrivals: arrivals.length > 0 ? [...session.arrivals, ...arrivals] : session.arrivals,
  }),
  'arrivals-answered': (session, { arrivals }) => ({
    ...session,
    arrivals: session.arrivals.filter((one) => !arrivals.includes(one)),
  }),
  'file-accepted': (session, { file, tables: added, recalled, models }) => {
    const tables = added.reduce(
      (before, table) => {
        const model = models.find((one) => sameHeader(one.table, table));
        return model ? chooseRoles(before, table, model.roles) : before;
      },
      addTables(session.tables, added, recalled),
    );
    return { ...session, files: [...session.files, file], tables };
  },
  'file-recoded': (session, { file }) => ({
    ...session,
    files: session.files.map((one) => (one.name === file.name ? file : one)),
  }),
  'tables-forgotten': (session, { tables, files }) => ({
    ...session,
    tables: forgetTables(session.tables, tables),
    files: session.files.filter(({ name }) => !files.includes(name)),
  }),
};

/** What figures make of the session. */
export const LOAD_EVENTS: Handlers<Session, LoadEvent> = {
  'until-chosen': (session, { until }) => ({ ...session, until }),
  'rules-chosen': (session, { rules }) => ({ ...session, rules: { ...session.rules, ...rules } }),
  loaded: (session, { report }) => withCounted(session, report),
  unified: (session, { choices, report }) => ({ ...withReport(session, report), unify: choices }),
  prerendered: (session, { sample, report }) => ({ ...session, sample, report, isPrerendered: true }),
  'sample-opened': (session, { sample, files, tables, report }) =>
    withCounted({ ...emptied(session), isOwn: false, sample, files, tables }, report),
  'workspace-opened': (session, { tables, until, unify, rules, view, report }) => {
    const { options, choices } = view;
    const filter = sameFilter(session.filter, view.filter);
    return withReport(
      { ...emptied(session), isOwn: true, tables, until, unify, rules, options, choices, filter },
      report,
    );
  },
  renamed: (session, { name }) => (session.report ? { ...session, report: { ...session.report, name } } : session),
  cleared: ({ revision, options, choices, filter }) => ({ ...EMPTY_SESSION, revision, options, choices, filter }),
};

/** Without what was brought; the figures in view stay. */
const emptied = (session: Session): Session => ({
  ...session,
  tables: NO_TABLES,
  arrivals: [],
  questions: NO_QUESTIONS,
  files: [],
  until: null,
  rules: DEFAULT_RULES,
  unify: NO_CHOICES,
});

/** The tables as they stand have been counted. Figures of other files are looked at from the start. */
function withCounted(session: Session, report: LoadReport): Session {
  const isOther = session.report !== null && session.report.name !== report.name;
  const view = isOther ? { options: {}, choices: {}, filter: sameFilter(session.filter, []) } : {};
  return withReport({ ...session, ...view, tables: tablesLoaded(session.tables, report.wonDeals) }, report);
}

/** Figures and the name that stands over them change together, and there is no way back to those before. */
function withReport(session: Session, report: LoadReport): Session {
  return {
    ...session,
    work: null,
    status: 'ready',
    report,
    revision: session.revision + 1,
    sample: session.isOwn ? null : session.sample,
    isPrerendered: false,
    filter: knownClauses(session.filter, report.facets),
  };
}
