import { readingNow } from '../domain/answers';
import type { DateQuestion, InspectedTable, MarkQuestion, RoleReading, TableChoice } from '../domain/import';
import type { KeptTables } from '../domain/kept';
import { columnOf, ROLES, type DecimalMark, type Mapping, type Role, type RoleMapping } from '../domain/roles';
import type { LeftOut, SaidOfTables, ShapeSuggestion } from '../domain/shape';
import type { TableForm } from '../domain/table-form';
import { AS_WRITTEN, type TimeZone } from '../domain/time-zone';
import type { Treatment, Treatments } from '../domain/treatment';
import type { QuestionReading, TableAdvice, TableQuestion } from '../domain/questions';
import type { StatusMeaning } from '../domain/statuses';
import { Answers } from './answers.svelte';
import { Joins } from './joins.svelte';
import { rolesIn } from './remembered-mapping';
import { sameHeader } from './sort-arrivals';
import type { Settings } from './settings.svelte';
import { SuggestedShapes } from './suggested-shapes.svelte';
import { TableAsks, type Ask } from './table-asks.svelte';
import { withWord } from './word-choice';

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
  /** The format of dates. */
  readonly #dates: Answers<string>;
  /** The mark before decimals. */
  readonly #marks: Answers<DecimalMark>;
  readonly #asks: TableAsks;
  readonly #shapes = new SuggestedShapes(() => this.inspected);
  readonly joins: Joins;
  /** How the rows of each role are treated as a whole. */
  treatments = $state.raw<Treatments>({});
  /** Where stamps that name an instant are moved to. */
  timeZone = $state<TimeZone>(AS_WRITTEN);
  /** Tables of an opened workspace: their files were not read anew, so they stay as they were read then. */
  #unread = $state.raw<readonly string[]>([]);
  /** Read as files of their shape were the last time. */
  #recalled = $state.raw<readonly string[]>([]);
  /** Tables that nobody has chosen a role for and that are in no figure, with the table in which their money stands. */
  #leftOut = $state.raw<Readonly<Record<string, string | null>>>({});
  /** Purchases that were made of the deals in a table. */
  #wonDeals = $state.raw<readonly TableChoice[]>([]);
  /** Something was changed since it was loaded. */
  changed = $state(false);

  constructor(private readonly settings: Settings) {
    this.#asks = new TableAsks(settings);
    this.joins = new Joins(settings, () => this.inspected);
    this.#dates = new Answers({
      recall: (header, column) => settings.dateAnswer(header, column),
      remember: (header, column, format) => settings.rememberDate(header, column, format),
    });
    this.#marks = new Answers({
      recall: (header, column) => settings.markAnswer(header, column),
      remember: (header, column, mark) => settings.rememberMark(header, column, mark),
    });
  }

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
    this.#asks.ask(tables);
    this.#dates.ask(
      tables.flatMap((table) =>
        table.questions.map(({ column, readings }) => ({
          table,
          column,
          readings: readings.map(({ format }) => format),
        })),
      ),
    );
    this.#marks.ask(
      tables.flatMap((table) => table.markQuestions.map(({ column, readings }) => ({ table, column, readings }))),
    );
    this.changed = true;
  }

  suggest({ joins, shapes, asked }: TableAdvice): void {
    this.#shapes.all = shapes;
    this.joins.done = joins;
    this.joins.asked = asked;
  }
  /** Not yet followed or left aside. */
  get suggestions(): readonly ShapeSuggestion[] {
    return [...this.#shapes.standing(), ...this.joins.misspelled];
  }
  /** Whether it is asked if this table belongs to another. */
  isAskedAbout(id: string): boolean {
    const asked = [...this.#shapes.standing(), ...this.joins.open.flatMap(({ join }) => join ?? [])];
    return asked.some(({ shape }) => shape.kind === 'join' && shape.with === id);
  }
  leaveAside(suggestion: ShapeSuggestion): void {
    if ('spellings' in suggestion && this.joins.isDone(suggestion)) this.joins.spell(suggestion, {});
    else this.#shapes.leaveAside(suggestion);
  }
  /** What was said of how tables belong together. */
  get saidOfTables(): SaidOfTables {
    const isByHand = (table: InspectedTable) =>
      this.#roles[table.id] !== undefined && !this.joinedTo(table.id) && !this.isLeftOut(table.id);
    const chosen = this.inspected.filter((table) => isByHand(table) && !this.isRecalled(table));
    return this.joins.said(chosen.map(({ id }) => id));
  }
  /** What the tables cannot do without, and nobody has said no to: it is done unasked. */
  neededOf(suggested: readonly ShapeSuggestion[]): readonly ShapeSuggestion[] {
    return this.#shapes.needed(suggested);
  }

  /** A table in another form takes its place; a table that is joined now is not read on its own. */
  reshaped(table: InspectedTable): void {
    const before = this.inspected.find(({ id }) => id === table.id);
    const [was, is] = [joinedIn(before), joinedIn(table)];
    this.#shapes.reshaped(before, table);
    this.inspected = this.inspected.map((one) => (one.id === table.id ? table : one));
    // Several tables may have the columns of one.
    const freed = was.filter((id) => this.joinedTo(id) === null);
    this.#roles = {
      ...without(this.#roles, [table.id, ...freed]),
      ...Object.fromEntries(is.map((id) => [id, []])),
    };
    this.changed = true;
  }
  /** Leaves tables out of all figures, unless somebody has chosen what they are. */
  leaveOut(leftOut: readonly LeftOut[]): void {
    const said = Object.fromEntries(leftOut.map(({ table, countedIn }) => [table, countedIn]));
    const back = Object.keys(this.#leftOut).filter((id) => !Object.hasOwn(said, id) && !this.joinedTo(id));
    const open = this.inspected.filter(
      ({ id }) =>
        Object.hasOwn(said, id) && !this.joinedTo(id) && (this.#roles[id] === undefined || this.isLeftOut(id)),
    );
    this.#leftOut = Object.fromEntries(open.map(({ id }) => [id, said[id]]));
    this.#roles = { ...without(this.#roles, back), ...Object.fromEntries(open.map(({ id }) => [id, []])) };
  }
  isLeftOut(id: string): boolean {
    return Object.hasOwn(this.#leftOut, id);
  }

  /** The table whose rows this one stands beside. */
  joinedTo(id: string): InspectedTable | null {
    return this.inspected.find((table) => joinedIn(table).includes(id)) ?? null;
  }

  forget(ids: readonly string[]): void {
    const joined = this.inspected.filter(({ id }) => ids.includes(id)).flatMap(joinedIn);
    const counted = Object.entries(this.#leftOut).flatMap(([id, other]) => (ids.includes(other ?? '') ? [id] : []));
    const freed = [...joined, ...counted];
    this.#leftOut = without(this.#leftOut, [...ids, ...counted]);
    this.inspected = this.inspected.filter(({ id }) => !ids.includes(id));
    this.#roles = without(this.#roles, freed);
    this.joins.forget(ids);
    this.changed = true;
  }
  clear(): void {
    this.inspected = [];
    this.#roles = {};
    this.#dates.given = {};
    this.#marks.given = {};
    this.#asks.given = {};
    this.#shapes.all = [];
    this.#shapes.declined = {};
    this.joins.clear();
    this.treatments = {};
    this.timeZone = AS_WRITTEN;
    this.#unread = [];
    this.#recalled = [];
    this.#leftOut = {};
    this.#wonDeals = [];
    this.changed = false;
  }
  /** @param wonDeals how deals that were won were read as purchases */
  loaded(wonDeals: readonly TableChoice[] = []): void {
    this.#wonDeals = wonDeals;
    this.changed = false;
  }
  /** For taking back what a cancelled piece of work has changed. */
  snapshot() {
    return {
      inspected: this.inspected,
      roles: this.#roles,
      answers: this.#dates.given,
      marks: this.#marks.given,
      readings: this.#asks.given,
      suggested: this.#shapes.all,
      declined: this.#shapes.declined,
      joins: this.joins.snapshot(),
      treatments: this.treatments,
      timeZone: this.timeZone,
      unread: this.#unread,
      recalled: this.#recalled,
      leftOut: this.#leftOut,
      changed: this.changed,
    };
  }
  restore(kept: ReturnType<Tables['snapshot']>): void {
    this.inspected = kept.inspected;
    this.#roles = kept.roles;
    this.#dates.given = kept.answers;
    this.#marks.given = kept.marks;
    this.#asks.given = kept.readings;
    this.#shapes.all = kept.suggested;
    this.#shapes.declined = kept.declined;
    this.joins.restore(kept.joins);
    this.treatments = kept.treatments;
    this.timeZone = kept.timeZone;
    this.#unread = kept.unread;
    this.#recalled = kept.recalled;
    this.#leftOut = kept.leftOut;
    this.changed = kept.changed;
  }

  /** As a workspace keeps them. */
  kept(): KeptTables {
    return {
      // Its file is not at hand when it is opened again, so there is nothing left to choose.
      inspected: this.inspected.map(({ encodings: _, asks: __, ...table }) => table),
      roles: { ...this.#roles, ...this.#answeredRoles(), ...this.#rolesOfDeals() },
      answers: this.#dates.given,
      marks: this.#marks.given,
      treatments: this.treatments,
      ...(this.timeZone === AS_WRITTEN ? {} : { timeZone: this.timeZone }),
    };
  }
  /** The tables of an opened workspace. */
  reopen(kept: KeptTables): void {
    const unread = kept.inspected.map(({ id }) => id);
    this.joins.clear();
    this.restore({
      ...kept,
      timeZone: kept.timeZone ?? AS_WRITTEN,
      joins: this.joins.snapshot(),
      readings: {},
      unread,
      recalled: [],
      leftOut: {},
      suggested: [],
      declined: {},
      changed: false,
    });
  }
  isUnread = (table: InspectedTable): boolean => this.#unread.includes(table.id);
  isRecalled = (table: InspectedTable): boolean => this.#recalled.includes(table.id);

  /** What was chosen for the user's own files is how the next of their shape are read. */
  remember(): void {
    this.joins.remember();
    for (const table of this.inspected) {
      const chosen = this.#roles[table.id];
      // That it stands beside another, or that its money does, is no reading of its own.
      if (this.isUnread(table) || this.joinedTo(table.id) || this.isLeftOut(table.id)) continue;
      this.#asks.remember(table);
      if (!chosen) continue;
      if (JSON.stringify(chosen) === JSON.stringify(table.roles)) this.settings.forgetMapping(table);
      else this.settings.rememberMapping(table, this.rolesOf(table));
    }
  }
  /** After an answer was taken back: what it left in memory for the next file of the same header is put right. */
  rememberAnew(): void {
    for (const { table, question } of this.dateQuestions) this.#dates.rememberAgain(table, question.column);
    for (const { table, question } of this.markQuestions) this.#marks.rememberAgain(table, question.column);
    for (const table of this.inspected)
      if (!this.#roles[table.id] && !this.isUnread(table) && !this.joinedTo(table.id))
        this.settings.forgetMapping(table);
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
      const isApart = this.#shapes.isDeclined(id) || this.joins.isApart(id);
      if (!encoding && shapes.length === 0 && !isApart) return [];
      return [
        { table: id, roles: this.rolesOf(table).map(({ role }) => role), ...(encoding ? { encoding } : {}), shapes },
      ];
    });
  }

  /** How a table is read now: as guessed, or as chosen, with the answers in it. */
  rolesOf(table: InspectedTable): readonly RoleReading[] {
    const roles = this.#asks.applied(table, this.#roles[table.id] ?? table.roles);
    return roles.map(({ role, mapping }) => ({ role, mapping: this.#answered(table, mapping) }));
  }
  /** With the purchases that deals are, whoever chose no role for them. */
  countedRoles(table: InspectedTable): readonly RoleReading[] {
    const roles = this.rolesOf(table);
    const plays = (role: Role) => roles.some((one) => one.role === role);
    if (!plays('deals') || plays('transactions')) return roles;
    return [...roles, ...this.#wonDeals.flatMap((won) => (won.table === table.id ? won.roles : []))];
  }
  /** Tables whose reading was chosen by hand, in place of the guess. */
  get chosen(): readonly ChosenReading[] {
    return this.inspected.flatMap((table) => (this.#roles[table.id] ? [{ table, roles: this.#roles[table.id] }] : []));
  }
  choose(table: InspectedTable, roles: readonly RoleReading[]): void {
    this.#roles = { ...this.#roles, [table.id]: roles };
    this.#asks.overrule(table, roles);
    this.#leftOut = without(this.#leftOut, [table.id]);
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

  /** Keys that differ only in how they are written are one customer, or each is one of its own. */
  takeSpellings(areOne: boolean): void {
    for (const role of ROLES) this.treat(role, { keys: areOne ? undefined : 'spellings_apart' });
  }
  /** A mapping file has all keys stay as they are written. */
  get areKeysAsWritten(): boolean {
    return ROLES.some((role) => this.treatments[role]?.keys === 'as_written');
  }

  /** Moves stamps that name an instant to the clocks of a zone; `as_written` takes it back. */
  moveTo(zone: TimeZone): void {
    this.timeZone = zone;
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
    return this.#dates.of(table, column);
  }
  answer(table: InspectedTable, column: string, format: string): void {
    this.#dates.give(table, column, format);
    this.changed = true;
  }

  markOf(table: InspectedTable, column: string): DecimalMark | null {
    return this.#marks.of(table, column);
  }
  answerMark(table: InspectedTable, column: string, mark: DecimalMark): void {
    this.#marks.give(table, column, mark);
    this.changed = true;
  }

  /** All that was asked of the tables, answered or not. */
  get asked(): readonly Ask[] {
    return [...this.inspected.flatMap((table) => this.#asks.of(table)), ...this.#asksOf(this.joins.asked)];
  }
  /** What money or people may depend on and nobody has answered; how much, counting says. */
  get openAsks(): readonly Ask[] {
    const open = this.inspected.flatMap((table) => this.#asks.of(table));
    return [...open.filter((ask) => this.#asks.isOpen(ask, this.rolesOf(ask.table))), ...this.#asksOf(this.joins.open)];
  }
  /** With those of dates and marks, which are asked before anything is counted. */
  get everyAsk(): readonly Ask[] {
    const own = this.inspected.flatMap((table) => (table.asks ?? []).map((question) => ({ table, question })));
    return [...own, ...this.#asksOf(this.joins.asked)];
  }
  #asksOf(questions: readonly TableQuestion[]): Ask[] {
    return questions.flatMap((question) => {
      const table = this.inspected.find(({ id }) => id === question.table);
      return table ? [{ table, question }] : [];
    });
  }
  /** The reading by which a table is read now; null where it is read in none of these ways. */
  answerNow({ table, question }: Ask): string | null {
    return question.join ? this.joins.answerNow(question) : (readingNow(this.rolesOf(table), question)?.answer ?? null);
  }
  answerAsk(ask: Ask, reading: QuestionReading): void {
    this.#asks.give(ask, reading);
    this.changed = true;
  }
  /** What a word of a status says of its rows. */
  chooseWord(table: InspectedTable, column: string, word: string, meaning: StatusMeaning): void {
    this.choose(table, withWord(this.countedRoles(table), column, word, meaning));
  }

  /** Questions about columns that are used and have no answer yet. */
  get open(): readonly OpenQuestion[] {
    return this.dateQuestions.filter(({ table, question }) => this.#isOpen(this.#dates, table, question.column));
  }
  get openMarks(): readonly OpenMark[] {
    return this.markQuestions.filter(({ table, question }) => this.#isOpen(this.#marks, table, question.column));
  }
  /** Answered or not. */
  get dateQuestions(): readonly OpenQuestion[] {
    return this.inspected.flatMap((table) => table.questions.map((question) => ({ table, question })));
  }
  get markQuestions(): readonly OpenMark[] {
    return this.inspected.flatMap((table) => table.markQuestions.map((question) => ({ table, question })));
  }
  /** The files cannot say everything: somebody is to be asked. */
  get asks(): boolean {
    return this.open.length > 0 || this.openMarks.length > 0;
  }
  get choices(): readonly TableChoice[] {
    return this.inspected.map((table) => ({ table: table.id, roles: this.rolesOf(table) }));
  }

  /** Tables with an answer, read as it says. */
  #answeredRoles(): Record<string, readonly RoleReading[]> {
    const answered = this.inspected.filter((table) => this.#asks.isAnswered(table));
    return Object.fromEntries(answered.map((table) => [table.id, this.rolesOf(table)]));
  }

  #rolesOfDeals(): Record<string, readonly RoleReading[]> {
    const deals = this.inspected.filter(({ id }) => this.#wonDeals.some(({ table }) => table === id));
    return Object.fromEntries(deals.map((table) => [table.id, this.countedRoles(table)]));
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

  #isOpen = (answers: Answers<string> | Answers<DecimalMark>, table: InspectedTable, column: string) =>
    answers.of(table, column) === null &&
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

/** The files by which a workspace is called until somebody names it. */
export function nameOfFiles(inspected: readonly InspectedTable[]): string {
  const files = inspected.map(({ file }) => file);
  return files.filter((file, at) => files.indexOf(file) === at).join(', ');
}

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
