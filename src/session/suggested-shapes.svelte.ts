import type { InspectedTable } from '../domain/import';
import type { Shape, ShapeSuggestion } from '../domain/shape';

/** Forms of tables that their values speak for, and what somebody said to them. */
export class SuggestedShapes {
  /** As the values have it. */
  all = $state.raw<readonly ShapeSuggestion[]>([]);
  /** Those left aside are not told again; those taken back are told, but not done unasked. */
  declined = $state.raw<Readonly<Record<string, 'aside' | 'undone'>>>({});

  constructor(private readonly inspected: () => readonly InspectedTable[]) {}

  /** Those of some not yet followed or left aside. */
  standing(suggested: readonly ShapeSuggestion[] = this.all): readonly ShapeSuggestion[] {
    return suggested.filter(({ table, shape }) => {
      if (this.declined[keyOf(table, shape)] === 'aside') return false;
      if (shape.kind === 'join' && !this.inspected().some(({ id }) => id === shape.with)) return false;
      const one = this.inspected().find(({ id }) => id === table);
      // A column that another join is to bring first.
      if (shape.kind === 'join' && !one?.header.includes(shape.column)) return false;
      const shapes = one?.shapes;
      return shapes !== undefined && !shapes.some((done) => isSameShape(done, shape));
    });
  }

  /** Forms of one table that it cannot do without, and nobody has said no to: they are done unasked. */
  needed(suggested: readonly ShapeSuggestion[]): readonly ShapeSuggestion[] {
    return this.standing(suggested).filter(
      ({ table, needed, shape }) => needed && shape.kind !== 'join' && this.declined[keyOf(table, shape)] === undefined,
    );
  }

  leaveAside({ table, shape }: ShapeSuggestion): void {
    this.declined = { ...this.declined, [keyOf(table, shape)]: 'aside' };
  }

  /** A table comes in another form: what it had and has no more was taken back. */
  reshaped(before: InspectedTable | undefined, table: InspectedTable): void {
    const gone = (before?.shapes ?? []).filter((shape) => !table.shapes.some((one) => isSameShape(one, shape)));
    for (const shape of gone) this.declined = { ...this.declined, [keyOf(table.id, shape)]: 'undone' };
  }

  /** Whether a table goes without a form that it is said to need. */
  isDeclined(id: string): boolean {
    return this.all.some(({ table, needed, shape }) => table === id && needed && this.declined[keyOf(id, shape)]);
  }
}

const keyOf = (table: string, shape: Shape): string =>
  [table, shape.kind, shape.kind === 'join' ? shape.with : ''].join('\u001f');

const isSameShape = (a: Shape, b: Shape): boolean =>
  a.kind === 'join' ? b.kind === 'join' && a.with === b.with : b.kind === a.kind;
