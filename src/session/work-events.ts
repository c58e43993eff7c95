import type { Handlers, WorkEvent } from './events';
import type { Session } from './session';

/** What each event of a piece of work makes of the session. */
export const WORK_EVENTS: Handlers<Session, WorkEvent> = {
  'work-begun': (session, { status }) => {
    const before = atRest(session);
    return { ...before, coming: session.coming, status, work: { before, checkpoint: null } };
  },
  checkpoint: (session) => {
    if (!session.work) return session;
    const { before } = session.work;
    return { ...session, work: { before, checkpoint: { ...session, status: before.status, work: null } } };
  },
  'load-begun': (session) => ({ ...session, status: 'loading' }),
  'asking-begun': (session) => ({ ...session, status: 'asking' }),
  'load-failed': (session, { error }) => {
    if (!session.work) return { ...session, error };
    const { before, checkpoint } = session.work;
    const former = withViewOf(checkpoint ?? before, session);
    return { ...former, error, status: former.status === 'empty' ? 'failed' : former.status };
  },
  cancelled: (session) => (session.work ? withViewOf(session.work.before, session) : session),
  'work-ended': (session) => {
    const { work, status, coming } = session;
    if (!work && coming.length === 0) return session;
    const isOver = status !== 'reading' && status !== 'loading';
    return { ...session, work: null, coming: [], status: isOver || !work ? status : work.before.status };
  },
  'error-shown': (session, { error }) => ({ ...session, error }),
  'error-dismissed': (session) => (session.error === null ? session : { ...session, error: null }),
  'data-lost': (session, { error }) => ({ ...session, report: null, sample: null, status: 'failed', error }),
};

/**
 * The value that a piece of work goes back to: without an error that was said, and without a prerendered report, which has nothing
 * behind it once its files are not read after all. The very same value where there is neither.
 */
function atRest(session: Session): Session {
  const status = session.status === 'asking' ? 'asking' : session.report && !session.isPrerendered ? 'ready' : 'empty';
  const { error, work, coming, isPrerendered } = session;
  if (status === session.status && !error && !work && coming.length === 0 && !isPrerendered) return session;
  const shown = isPrerendered ? { report: null, sample: null, isPrerendered: false } : {};
  return { ...session, ...shown, status, error: null, work: null, coming: [] };
}

/** What the reader did to the view in the meantime stands. */
function withViewOf(former: Session, { options, choices, filter }: Session): Session {
  const isSame = former.options === options && former.choices === choices && former.filter === filter;
  return isSame ? former : { ...former, options, choices, filter };
}
