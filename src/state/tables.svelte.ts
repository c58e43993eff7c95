import type { DateQuestion, InspectedTable, MarkQuestion, RoleReading, TableChoice } from '../domain/import';
import type { KeptTables } from '../domain/kept';
import { columnOf, type DecimalMark, type Mapping, type Role, type RoleMapping } from '../domain/roles';
import type { Shape, ShapeSuggestion } from '../domain/shape';
import type { TableForm } from '../domain/table-form';
import type { Treatment, Treatments } from '../domain/treatment';
import { rolesIn } from './remembered-mapping';
import { sameHeader } from './sort-arrivals';
import type { Settings } from './settings.svelte';

export interface OpenQuestion {
  readonly table: InspectedTable;
  readonly question: DateQuestion;
}

export interface OpenMark {
  readonly table: InspectedTable;
  readonly question: MarkQuestion;
}

export interface ChosenReading {
  readonly table: InspectedTable;
  readonly roles: readonly RoleReading[];
}

/** The files that were brought, how each is read, and what only a person can tell. */
export class Tables {
  inspected = $state.raw<readonly InspectedTable[]>([]);
  /** By table: chosen in place of what was guessed. */
  #roles = $state.raw<Readonly<Record<string, readonly RoleReading[]>>>({});
  /** By table and column: the format of its dates. */
  #answers = $state.raw<Readonly<Record<string, string>>>({});
  /** By table and column: the mark before its decimals. */
  #marks = $state.raw<Readonly<Record<string, DecimalMark>>>({});
  /** Forms that the values speak for. */
  #suggested = $state.raw<readonly ShapeSuggestion[]>([]);
  /** Forms that the user has left aside: they are not told again. Those taken back are told, but not done unasked. */
  #declined = $state.raw<Readonly<Record<string, 'aside' | 'undone'>>>({});
  /** How the rows of each role are treated as a whole. */
  treatments = $state.raw<Treatments>({});
  /** Tables of an opened workspace: their files were not read anew, so they stay as they were read then. */
  #unread = $state.raw<readonly string[]>([]);
  /** Read as files of their shape were the last time. */
  #recalled = $state.raw<readonly string[]>([]);
  /** Something was changed since it was loaded. */
  changed = $state(false);

  constructor(private readonly settings: Settings) {}

  /** A table of the same id takes the place of the earlier one. */
  add(tables: readonly InspectedTable[]): void {
    const ids = tables.map(({ id }) => id);
    const here = this.inspected.map(({ id }) => id);
    this.inspected = [
      ...this.inspected.map((one) => tables.find(({ id }) => id === one.id) ?? one),
      ...tables.filter(({ id }) => !here.includes(id)),
    ];
    this.#unread = this.#unread.filter((id) => !ids.includes(id));
    this.#recall(tables);
    const asked = tables.flatMap((table) => table.questions.map((question) => ({ table, question })));
    const answers: Record<string, string> = {
      ...without(
        this.#answers,
        asked.map(({ table, question }) => keyOf(table.id, question.column)),
      ),
    };
    for (const { table, question } of asked) {
      const earlier = this.settings.dateAnswer(table.header, question.column);
      if (earlier !== null && question.readings.some(({ format }) => format === earlier))
        answers[keyOf(table.id, question.column)] = earlier;
    }
    this.#answers = answers;
    this.#rememberedMarks(tables);
    this.changed = true;
  }

  suggest(suggestions: readonly ShapeSuggestion[]): void {
    this.#suggested = suggestions;
  }
  /** Not yet followed or left aside. */
  get suggestions(): readonly ShapeSuggestion[] {
    return this.#standing(this.#suggested);
  }
  #standing(suggested: readonly ShapeSuggestion[]): readonly ShapeSuggestion[] {
    return suggested.filter(({ table, shape }) => {
      if (this.#declined[formOf(table, shape)] === 'aside') return false;
      if (shape.kind === 'join' && !this.inspected.some(({ id }) => id === shape.with)) return false;
      const shapes = this.inspected.find(({ id }) => id === table)?.shapes;
      return shapes !== undefined && !shapes.some((done) => isSameShape(done, shape));
    });
  }
  /** Whether it is asked if this table belongs to another. */
  isAskedAbout(id: string): boolean {
    return this.suggestions.some(({ shape }) => shape.kind === 'join' && shape.with === id);
  }
  leaveAside({ table, shape }: ShapeSuggestion): void {
    this.#declined = { ...this.#declined, [formOf(table, shape)]: 'aside' };
  }
  /** What the tables cannot do without, and nobody has said no to: it is done unasked. */
  neededOf(suggested: readonly ShapeSuggestion[]): readonly ShapeSuggestion[] {
    return this.#standing(suggested).filter(
      ({ table, needed, shape }) => needed && this.#declined[formOf(table, shape)] === undefined,
    );
  }

  /** A table in another form takes its place; a table that is joined now is not read on its own. */
  reshaped(table: InspectedTable): void {
    const before = this.inspected.find(({ id }) => id === table.id);
    const [was, is] = [joinedIn(before), joinedIn(table)];
    const gone = (before?.shapes ?? []).filter((shape) => !table.shapes.some((one) => isSameShape(one, shape)));
    for (const shape of gone) this.#declined = { ...this.#declined, [formOf(table.id, shape)]: 'undone' };
    this.inspected = this.inspected.map((one) => (one.id === table.id ? table : one));
    this.#roles = {
      ...without(this.#roles, [table.id, ...was]),
      ...Object.fromEntries(is.map((id) => [id, []])),
    };
    this.changed = true;
  }
  /** The table whose rows this one stands beside. */
  joinedTo(id: string): InspectedTable | null {
    return this.inspected.find((table) => joinedIn(table).includes(id)) ?? null;
  }

  forget(ids: readonly string[]): void {
    const freed = this.inspected.filter(({ id }) => ids.includes(id)).flatMap(joinedIn);
    this.inspected = this.inspected.filter(({ id }) => !ids.includes(id));
    this.#roles = without(this.#roles, freed);
    this.changed = true;
  }
  clear(): void {
    this.inspected = [];
    this.#roles = {};
    this.#answers = {};
    this.#marks = {};
    this.#suggested = [];
    this.#declined = {};
    this.treatments = {};
    this.#unread = [];
    this.#recalled = [];
    this.changed = false;
  }
  loaded(): void {
    this.changed = false;
  }
  /** For taking back what a cancelled piece of work has changed. */
  snapshot() {
    return {
      inspected: this.inspected,
      roles: this.#roles,
      answers: this.#answers,
      marks: this.#marks,
      suggested: this.#suggested,
      declined: this.#declined,
      treatments: this.treatments,
      unread: this.#unread,
      recalled: this.#recalled,
      changed: this.changed,
    };
  }
  restore(kept: ReturnType<Tables['snapshot']>): void {
    this.inspected = kept.inspected;
    this.#roles = kept.roles;
    this.#answers = kept.answers;
    this.#marks = kept.marks;
    this.#suggested = kept.suggested;
    this.#declined = kept.declined;
    this.treatments = kept.treatments;
    this.#unread = kept.unread;
    this.#recalled = kept.recalled;
    this.changed = kept.changed;
  }

  /** As a workspace keeps them. */
  kept(): KeptTables {
    return {
      // Its file is not at hand when it is opened again, so there is nothing left to choose.
      inspected: this.inspected.map(({ encodings: _, ...table }) => table),
      roles: this.#roles,
      answers: this.#answers,
      marks: this.#marks,
      treatments: this.treatments,
    };
  }
  /** The tables of an opened workspace. */
  reopen(kept: KeptTables): void {
    const unread = kept.inspected.map(({ id }) => id);
    this.restore({ ...kept, unread, recalled: [], suggested: [], declined: {}, changed: false });
  }
  isUnread = (table: InspectedTable): boolean => this.#unread.includes(table.id);
  isRecalled = (table: InspectedTable): boolean => this.#recalled.includes(table.id);

  /** What was chosen for the user's own files is how the next of their shape are read. */
  remember(): void {
    for (const table of this.inspected) {
      const chosen = this.#roles[table.id];
      // That it stands beside another is no reading of its own.
      if (!chosen || this.isUnread(table) || this.joinedTo(table.id)) continue;
      if (JSON.stringify(chosen) === JSON.stringify(table.roles)) this.settings.forgetMapping(table);
      else this.settings.rememberMapping(table, this.rolesOf(table));
    }
  }
  /** Back to what the values themselves say, now and for the next file of this shape. */
  forgetRecalled(table: InspectedTable): void {
    this.settings.forgetMapping(table);
    this.#roles = without(this.#roles, [table.id]);
    this.#recalled = this.#recalled.filter((id) => id !== table.id);
    this.changed = true;
  }

  /** A mapping file fills the roles whose columns a table has; the tables that it fits. */
  apply(mapping: Mapping): InspectedTable[] {
    const fitting = this.inspected.flatMap((table) => {
      const roles = this.isUnread(table) || this.joinedTo(table.id) ? [] : rolesIn(mapping, table);
      return roles.length > 0 ? [{ table, roles }] : [];
    });
    for (const { table, roles } of fitting) this.choose(table, roles);
    return fitting.map(({ table }) => table);
  }

  /** What a mapping file tells of the form of tables: an encoding, joins, months turned into rows, and what was taken back. */
  get forms(): readonly TableForm[] {
    const open = this.inspected.filter((table) => !this.isUnread(table));
    return open.flatMap((table): TableForm[] => {
      const { id, shapes } = table;
      const encoding = table.encodings?.read.encoding;
      const isDeclined = this.#suggested.some(
        (one) => one.table === id && one.needed && this.#declined[formOf(id, one.shape)],
      );
      if (!encoding && shapes.length === 0 && !isDeclined) return [];
      return [
        { table: id, roles: this.rolesOf(table).map(({ role }) => role), ...(encoding ? { encoding } : {}), shapes },
      ];
    });
  }

  /** How a table is read now: as guessed, or as chosen, with the answers in it. */
  rolesOf(table: InspectedTable): readonly RoleReading[] {
    const roles = this.#roles[table.id] ?? table.roles;
    return roles.map(({ role, mapping }) => ({ role, mapping: this.#answered(table, mapping) }));
  }
  /** Tables whose reading was chosen by hand, in place of the guess. */
  get chosen(): readonly ChosenReading[] {
    return this.inspected.flatMap((table) => (this.#roles[table.id] ? [{ table, roles: this.#roles[table.id] }] : []));
  }
  choose(table: InspectedTable, roles: readonly RoleReading[]): void {
    this.#roles = { ...this.#roles, [table.id]: roles };
    this.#recalled = this.#recalled.filter((id) => id !== table.id);
    this.changed = true;
  }

  /** Adds to how the rows of a role are treated; undefined takes a choice back. */
  treat(role: Role, change: { readonly [Key in keyof Treatment]: Treatment[Key] | undefined }): void {
    const changed = Object.entries({ ...this.treatments[role], ...change }).filter(
      ([, chosen]) => chosen !== undefined,
    );
    this.treatments = { ...this.treatments, [role]: Object.fromEntries(changed) };
    this.changed = true;
  }

  /** A new file is read as one of the same columns was, where somebody chose how. */
  readAlike(file: string, models: readonly ChosenReading[]): void {
    for (const table of this.inspected.filter((one) => one.file === file)) {
      const model = models.find((one) => sameHeader(one.table, table));
      if (model) this.choose(table, model.roles);
    }
  }

  answerOf(table: InspectedTable, column: string): string | null {
    return this.#answers[keyOf(table.id, column)] ?? null;
  }
  answer(table: InspectedTable, column: string, format: string): void {
    this.#answers = { ...this.#answers, [keyOf(table.id, column)]: format };
    this.settings.rememberDate(table.header, column, format);
    this.changed = true;
  }

  markOf(table: InspectedTable, column: string): DecimalMark | null {
    return this.#marks[keyOf(table.id, column)] ?? null;
  }
  answerMark(table: InspectedTable, column: string, mark: DecimalMark): void {
    this.#marks = { ...this.#marks, [keyOf(table.id, column)]: mark };
    this.settings.rememberMark(table.header, column, mark);
    this.changed = true;
  }

  /** Questions about columns that are used and have no answer yet. */
  get open(): readonly OpenQuestion[] {
    return this.inspected.flatMap((table) =>
      table.questions
        .filter(({ column }) => this.answerOf(table, column) === null && this.#uses(table, column))
        .map((question) => ({ table, question })),
    );
  }
  get openMarks(): readonly OpenMark[] {
    return this.inspected.flatMap((table) =>
      table.markQuestions
        .filter(({ column }) => this.markOf(table, column) === null && this.#uses(table, column))
        .map((question) => ({ table, question })),
    );
  }
  /** The files cannot say everything: somebody is to be asked. */
  get asks(): boolean {
    return this.open.length > 0 || this.openMarks.length > 0;
  }
  get choices(): readonly TableChoice[] {
    return this.inspected.map((table) => ({ table: table.id, roles: this.rolesOf(table) }));
  }

  #recall(tables: readonly InspectedTable[]): void {
    const found = tables.flatMap((table) => {
      const roles = this.settings.mapping(table);
      return roles && JSON.stringify(roles) !== JSON.stringify(table.roles) ? [[table.id, roles] as const] : [];
    });
    const ids = tables.map(({ id }) => id);
    this.#roles = { ...without(this.#roles, ids), ...Object.fromEntries(found) };
    this.#recalled = [...this.#recalled.filter((id) => !ids.includes(id)), ...found.map(([id]) => id)];
  }

  #rememberedMarks(tables: readonly InspectedTable[]): void {
    const asked = tables.flatMap((table) => table.markQuestions.map((question) => ({ table, question })));
    const marks = {
      ...without(
        this.#marks,
        asked.map(({ table, question }) => keyOf(table.id, question.column)),
      ),
    };
    for (const { table, question } of asked) {
      const earlier = this.settings.markAnswer(table.header, question.column);
      const mark = question.readings.find((reading) => reading === earlier);
      if (mark) marks[keyOf(table.id, question.column)] = mark;
    }
    this.#marks = marks;
  }

  #uses = (table: InspectedTable, column: string) =>
    this.rolesOf(table).some(({ mapping }) =>
      Object.values(mapping).some((field) => columnOf(field)?.column === column),
    );

  #answered(table: InspectedTable, mapping: RoleMapping): RoleMapping {
    if (table.questions.length === 0 && table.markQuestions.length === 0) return mapping;
    return Object.fromEntries(
      Object.entries(mapping).map(([field, filled]) => {
        const column = columnOf(filled);
        const format = column && this.answerOf(table, column.column);
        const decimal = column && this.markOf(table, column.column);
        if (!column || (!format && !decimal)) return [field, filled];
        return [field, { ...column, ...(format ? { format } : {}), ...(decimal ? { decimal } : {}) }];
      }),
    );
  }
}

const joinedIn = (table: InspectedTable | undefined): string[] =>
  (table?.shapes ?? []).flatMap((shape) => (shape.kind === 'join' ? [shape.with] : []));

const formOf = (table: string, shape: Shape): string =>
  [table, shape.kind, shape.kind === 'join' ? shape.with : ''].join('\u001f');

const isSameShape = (a: Shape, b: Shape): boolean =>
  a.kind === 'join' ? b.kind === 'join' && a.with === b.with : b.kind === 'long';
/** The files by which a workspace is called until somebody names it. */
export function nameOfFiles(inspected: readonly InspectedTable[]): string {
  const files = inspected.map(({ file }) => file);
  return files.filter((file, at) => files.indexOf(file) === at).join(', ');
}

const keyOf = (table: string, column: string) => `${table}\u001f${column}`;

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
