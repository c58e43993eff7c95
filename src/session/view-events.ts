import type { Handlers, QuestionEvent, ViewEvent } from './events';
import { sameFilter } from './filter';
import type { Session } from './session';

/** What questions about loaded files make of the session. */
export const QUESTION_EVENTS: Handlers<Session, QuestionEvent> = {
  'questions-counting': (session, { what }) => ({ ...session, questions: { ...session.questions, counted: what } }),
  'questions-counted': (session, { open }) => ({ ...session, questions: { ...session.questions, open } }),
  'question-wanted': (session, { ask }) =>
    session.questions.wanted === ask ? session : { ...session, questions: { ...session.questions, wanted: ask } },
  'answer-counted': (session, { change }) => ({
    ...session,
    questions: { ...session.questions, changes: [...session.questions.changes, change] },
  }),
  'answer-undone': (session) => {
    const { changes } = session.questions;
    const last = changes.at(-1);
    if (!last) return session;
    return {
      ...session,
      questions: { ...session.questions, changes: changes.slice(0, -1) },
      tables: { ...last.tables, changed: true },
    };
  },
};

/** What gestures make of the session. */
export const VIEW_EVENTS: Handlers<Session, ViewEvent> = {
  'option-set': (session, { metric, name, value, isDefault }) => {
    const { [name]: _, ...rest } = session.options[metric] ?? {};
    return { ...session, options: { ...session.options, [metric]: isDefault ? rest : { ...rest, [name]: value } } };
  },
  'choice-set': (session, { panel, name, value, isInitial }) => {
    const { [name]: _, ...rest } = session.choices[panel] ?? {};
    return { ...session, choices: { ...session.choices, [panel]: isInitial ? rest : { ...rest, [name]: value } } };
  },
  'filter-changed': (session, event) => {
    const filter = sameFilter(session.filter, event.filter);
    return filter === session.filter ? session : { ...session, filter };
  },
  'view-shown': (session, { options, choices, filter }) => ({
    ...session,
    options,
    choices,
    filter: sameFilter(session.filter, filter),
  }),
};
