import type { InspectedTable } from '../domain/import';
import type { Shape, ShapeSuggestion } from '../domain/shape';

/** Forms of tables that their values speak for, and what somebody said to them. */
export interface SuggestedShapes {
  /** As the values have it. */
  readonly all: readonly ShapeSuggestion[];
  /** Those left aside are not told again; those taken back are told, but not done unasked. */
  readonly declined: Readonly<Record<string, 'aside' | 'undone'>>;
}

export const NO_SHAPES: SuggestedShapes = { all: [], declined: {} };

/** Those of some not yet followed or left aside. */
export function standingShapes(
  shapes: SuggestedShapes,
  inspected: readonly InspectedTable[],
): readonly ShapeSuggestion[] {
  return shapes.all.filter(({ table, shape }) => {
    if (shapes.declined[keyOf(table, shape)] === 'aside') return false;
    if (shape.kind === 'join' && !inspected.some(({ id }) => id === shape.with)) return false;
    const one = inspected.find(({ id }) => id === table);
    // A column that another join is to bring first.
    if (shape.kind === 'join' && !one?.header.includes(shape.column)) return false;
    const done = one?.shapes;
    return done !== undefined && !done.some((other) => isSameShape(other, shape));
  });
}

/** Forms of one table that somebody has said no to: they are not done unasked. */
export const declinedForms = ({
  declined,
}: SuggestedShapes): { readonly table: string; readonly kind: Shape['kind'] }[] =>
  Object.keys(declined).flatMap((key) => {
    const [table, kind] = key.split(SEPARATOR) as [string, Shape['kind']];
    return kind === 'join' ? [] : [{ table, kind }];
  });

export const leaveAside = (shapes: SuggestedShapes, { table, shape }: ShapeSuggestion): SuggestedShapes => ({
  ...shapes,
  declined: { ...shapes.declined, [keyOf(table, shape)]: 'aside' },
});

/** A table comes in another form: what it had and has no more was taken back. */
export function declineGone(
  shapes: SuggestedShapes,
  before: InspectedTable | undefined,
  table: InspectedTable,
): SuggestedShapes {
  const gone = (before?.shapes ?? []).filter((shape) => !table.shapes.some((one) => isSameShape(one, shape)));
  if (gone.length === 0) return shapes;
  const undone = gone.map((shape) => [keyOf(table.id, shape), 'undone'] as const);
  return { ...shapes, declined: { ...shapes.declined, ...Object.fromEntries(undone) } };
}

/** Whether a table goes without a form that it is said to need. */
export const isDeclined = (shapes: SuggestedShapes, id: string): boolean =>
  shapes.all.some(
    ({ table, needed, shape }) => table === id && needed && shapes.declined[keyOf(id, shape)] !== undefined,
  );

const SEPARATOR = '\u001f';
const keyOf = (table: string, shape: Shape): string =>
  [table, shape.kind, shape.kind === 'join' ? shape.with : ''].join(SEPARATOR);

const isSameShape = (a: Shape, b: Shape): boolean =>
  a.kind === 'join' ? b.kind === 'join' && a.with === b.with : b.kind === a.kind;
