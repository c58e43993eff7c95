import { without } from './records';
import type { RoleReading } from './roles';
import type { LeftOut, Shape } from './shape';

/** A table in the form in which it is in view. */
export interface FormedTable {
  readonly id: string;
  readonly shapes: readonly Shape[];
}

/** Tables, and what takes the place of the roles that were guessed for them. */
export interface TablesInView {
  readonly inspected: readonly FormedTable[];
  /** By table. No roles: it is in no figure of its own. */
  readonly roles: Readonly<Record<string, readonly RoleReading[]>>;
  /** Tables that nobody has chosen a role for and that are in no figure, with the table in which their money stands. */
  readonly leftOut: Readonly<Record<string, string | null>>;
}

/** The tables whose columns stand beside the rows of this one. */
export const joinedIn = (table: FormedTable | undefined): string[] =>
  (table?.shapes ?? []).flatMap((shape) => (shape.kind === 'join' ? [shape.with] : []));

/** The table whose rows this one stands beside. */
export const joinedTo = <Table extends FormedTable>(
  { inspected }: { readonly inspected: readonly Table[] },
  id: string,
): Table | null => inspected.find((table) => joinedIn(table).includes(id)) ?? null;

export const isLeftOut = ({ leftOut }: Pick<TablesInView, 'leftOut'>, id: string): boolean =>
  Object.hasOwn(leftOut, id);

/** A table in another form takes its place, read as guessed; a table that is joined now is not read on its own. */
export function inOtherForm<View extends TablesInView>(view: View, table: View['inspected'][number]): View {
  const before = view.inspected.find(({ id }) => id === table.id);
  const inspected = view.inspected.map((one) => (one.id === table.id ? table : one));
  // Several tables may have the columns of one.
  const freed = joinedIn(before).filter((id) => joinedTo({ inspected }, id) === null);
  return {
    ...view,
    inspected,
    roles: {
      ...without(view.roles, [table.id, ...freed]),
      ...Object.fromEntries(joinedIn(table).map((id) => [id, []])),
    },
  };
}

/** Leaves tables out of all figures, unless somebody has chosen what they are. */
export function leaveOut<View extends TablesInView>(view: View, leftOut: readonly LeftOut[]): View {
  const said = Object.fromEntries(leftOut.map(({ table, countedIn }) => [table, countedIn]));
  const isJoined = (id: string) => joinedTo(view, id) !== null;
  const back = Object.keys(view.leftOut).filter((id) => !Object.hasOwn(said, id) && !isJoined(id));
  const open = view.inspected.filter(
    ({ id }) => Object.hasOwn(said, id) && !isJoined(id) && (view.roles[id] === undefined || isLeftOut(view, id)),
  );
  return {
    ...view,
    leftOut: Object.fromEntries(open.map(({ id }) => [id, said[id]])),
    roles: { ...without(view.roles, back), ...Object.fromEntries(open.map(({ id }) => [id, []])) },
  };
}
