import type { Encoding } from './encodings';
import type { Role } from './roles';
import type { JoinShape, Shape } from './shape';

/** How one table was brought into the form that is loaded, as a mapping file holds it beside the roles. */
export interface TableForm {
  /** `file` or `file#sheet`: the table's id when the mapping was written. */
  readonly table: string;
  readonly roles: readonly Role[];
  /** The encoding in which the file was read, where it does not state its own. */
  readonly encoding?: Encoding;
  readonly shapes: readonly Shape[];
}

/** A table as it is in its file, before shapes are applied. */
export interface FormlessTable {
  readonly id: string;
  readonly header: readonly string[];
  readonly roles: readonly Role[];
}

/**
 * The entry of a table in a mapping file: `{"table": "lines.csv", "roles": ["transactions"], "shapes": [{"join": "orders.csv", "column":
 * "order", "key": "id"}]}`. Only tables with an encoding or a shape have an entry.
 */
export const writtenForms = (forms: readonly TableForm[]): readonly object[] =>
  forms.map(({ table, roles, encoding, shapes }) => ({
    table,
    roles,
    ...(encoding === undefined ? {} : { encoding }),
    shapes: shapes.map(writtenShape),
  }));

function writtenShape(shape: Shape): object {
  switch (shape.kind) {
    case 'long':
      return { long: shape.columns, name: shape.nameHeader, value: shape.valueHeader };
    case 'baskets': {
      const { columns, items, orderHeader, productHeader } = shape;
      return {
        baskets: columns,
        items,
        ...(orderHeader === null ? {} : { order: orderHeader }),
        product: productHeader,
      };
    }
    case 'fill':
      return { fill: shape.columns };
    case 'join': {
      const same = Object.keys(shape.same).length > 0 ? { same: shape.same } : {};
      return { join: shape.with, column: shape.column, key: shape.withColumn, ...same };
    }
  }
}

const fileOf = (table: string): string => table.replace(/#.*$/, '');

/**
 * The encoding in which forms say that a file is to be read: that of the file of its name, else of the only file of its
 * role. Null where they do not say.
 */
export function encodingInForms(forms: readonly TableForm[], file: string, role: Role | null): Encoding | null {
  const named = forms.find(({ table }) => table === file || fileOf(table) === file);
  if (named) return named.encoding ?? null;
  const ofRole = forms.filter(({ roles }) => role !== null && roles.includes(role));
  return ofRole.length === 1 ? (ofRole[0].encoding ?? null) : null;
}

/**
 * The form for each table: that of its name, else that of the only table of its first role, since next month's file has
 * another name. Only shapes whose columns are there are kept, with the present names of other tables.
 * @returns by the table's id; a table without a form has no entry
 */
export function matchForms(
  forms: readonly TableForm[],
  tables: readonly FormlessTable[],
): ReadonlyMap<string, TableForm> {
  const names = new Map<string, string>();
  const beside = forms.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.with] : [])));
  const spoken: readonly TableForm[] = [...forms, ...beside.map((table) => ({ table, roles: [], shapes: [] }))];
  for (const { table } of spoken) if (tables.some(({ id }) => id === table)) names.set(table, table);
  for (const { table, roles, shapes } of spoken) {
    if (names.has(table)) continue;
    const taken = [...names.values()];
    const fitting = tables.filter(
      (one) => !taken.includes(one.id) && (isLike(one, roles, shapes) || isKeyed(one, table, forms)),
    );
    // Lines and orders may both have the order's key; only lines have the product.
    const needed = shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.column] : shape.columns));
    const known = fitting.map(({ header }) => needed.filter((name) => header.includes(name)).length);
    const best = fitting.filter((_, at) => known[at] === Math.max(...known));
    if (best.length === 1) names.set(table, best[0].id);
  }
  const headerOf = (id: string) => tables.find((one) => one.id === id)?.header ?? [];
  return new Map(
    forms.flatMap((form): [string, TableForm][] => {
      const id = names.get(form.table);
      if (id === undefined) return [];
      const shapes = fittingShapes(form.shapes, headerOf(id), (table) => {
        const other = names.get(table);
        return other === undefined || other === id ? null : { id: other, header: headerOf(other) };
      });
      // Where no shape fits any more, the table has no form.
      return shapes.length === 0 && form.shapes.length > 0 ? [] : [[id, { ...form, table: id, shapes }]];
    }),
  );
}

/** The shapes whose columns are there after the shapes before them. */
function fittingShapes(
  shapes: readonly Shape[],
  header: readonly string[],
  called: (table: string) => { readonly id: string; readonly header: readonly string[] } | null,
): Shape[] {
  let columns = header;
  return shapes.flatMap((shape): Shape[] => {
    if (shape.kind !== 'join') {
      if (!shape.columns.every((name) => columns.includes(name))) return [];
      columns = columnsAfter(columns, shape);
      return [shape];
    }
    const other = called(shape.with);
    if (!other?.header.includes(shape.withColumn) || !columns.includes(shape.column)) return [];
    columns = [...columns, ...other.header];
    return [{ ...shape, with: other.id }];
  });
}

function columnsAfter(columns: readonly string[], shape: Exclude<Shape, JoinShape>): readonly string[] {
  if (shape.kind === 'fill') return columns;
  const kept = columns.filter((name) => !shape.columns.includes(name));
  if (shape.kind === 'long') return [...kept, shape.nameHeader, shape.valueHeader];
  return [...(shape.orderHeader === null ? [] : [shape.orderHeader]), ...kept, shape.productHeader];
}

/** Whether a table has the role of the form and the columns that its shapes need. */
const isLike = ({ header, roles: own }: FormlessTable, roles: readonly Role[], shapes: readonly Shape[]): boolean =>
  roles.length > 0 && own.includes(roles[0]) && shapes.flatMap(columnsOf).every((name) => header.includes(name));

/** A table with which another is joined is recognised by its key. */
const isKeyed = ({ header }: FormlessTable, table: string, forms: readonly TableForm[]): boolean => {
  const keys = forms.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === 'join' && shape.with === table ? [shape.withColumn] : [])),
  );
  return keys.length > 0 && keys.every((key) => header.includes(key));
};

/** The table's own columns that a shape needs; after months became rows, a join may use a column that this shape has made. */
const columnsOf = (shape: Shape, at: number): readonly string[] =>
  shape.kind === 'join' ? (at === 0 ? [shape.column] : []) : shape.columns;
