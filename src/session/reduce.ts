import type { Handlers, SessionEvent, TableEvent } from './events';
import { FILE_EVENTS, LOAD_EVENTS } from './load-events';
import type { Session } from './session';
import { TABLE_EVENTS } from './table-events';
import { QUESTION_EVENTS, VIEW_EVENTS } from './view-events';
import { WORK_EVENTS } from './work-events';

type OtherEvent = Exclude<SessionEvent, TableEvent>;
const OTHER_EVENTS: Handlers<Session, OtherEvent> = {
  ...WORK_EVENTS,
  ...FILE_EVENTS,
  ...LOAD_EVENTS,
  ...QUESTION_EVENTS,
  ...VIEW_EVENTS,
};

const isOfTables = (event: SessionEvent): event is TableEvent => Object.hasOwn(TABLE_EVENTS, event.type);

/** What the tab holds after an event. Pure: the value before it stays as it was, and may be gone back to. */
export function reduce(session: Session, event: SessionEvent): Session {
  if (!isOfTables(event)) return handle(OTHER_EVENTS, session, event);
  const tables = handle(TABLE_EVENTS, session.tables, event);
  return tables === session.tables ? session : { ...session, tables };
}

/** The union of an event's type and its handler's is more than the compiler follows. */
const handle = <Value, Event extends { readonly type: string }>(
  handlers: Handlers<Value, Event>,
  value: Value,
  event: Event,
): Value => (handlers[event.type as Event['type']] as (value: Value, event: Event) => Value)(value, event);
