import { AppError } from '../domain/errors';
import { tableId, type BroughtFile, type InspectedTable } from '../domain/import';
import type { LoadAnswers } from '../domain/load-answers';
import type { TableAdvice } from '../domain/questions';
import type { SaidOfTables } from '../domain/shape';
import { describeInspected, inspect, type Inspected } from '../intake/load/inspect';
import type { LoadedPart } from '../intake/load/kept-parts';
import { readFile, type FormedTables, type LoadControl } from '../intake/load/load';
import { adviseOn } from '../intake/load/page-joins';
import type { ChosenTable, ValidatedTable } from '../intake/load/validate-choices';

/**
 * The tables that the engine holds. Those that were read stay apart until the page has taken them into view: until then a cancel
 * leaves those in view as they are, also where files of the same names were read.
 */
export class HeldTables {
  readonly #inView = new Map<string, Inspected>();
  readonly #read = new Map<string, Inspected>();
  /** Tables of an opened workspace that were not read anew: how they were validated, they stay. */
  readonly #validated = new Map<string, readonly LoadedPart[]>();
  /** What was advised last, and of which tables. */
  #advised: {
    readonly about: readonly Inspected['original'][];
    readonly said: string;
    readonly advice: TableAdvice;
  } | null = null;

  get all(): readonly Inspected[] {
    return [...new Map([...this.#inView, ...this.#read]).values()];
  }

  readonly tableOf = (id: string) => this.at(id)?.original;
  readonly isNew = (id: string) => this.#read.has(id);

  at(id: string): Inspected | undefined {
    return this.#read.get(id) ?? this.#inView.get(id);
  }
  /** Throws `table-forgotten`. */
  existing(id: string): Inspected {
    const held = this.at(id);
    if (!held) throw new AppError('table-forgotten', { table: id });
    return held;
  }

  /** Some of the tables: others may wait for a word before they are in view. */
  among(ids: readonly string[]): Inspected[] {
    return this.all.filter(({ id }) => ids.includes(id));
  }

  /** Reads files and understands their tables. Held once all are read; one of the same name takes the place of an earlier one. */
  async read(files: readonly BroughtFile[], { signal, progress }: LoadControl): Promise<Inspected[]> {
    const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
    let before = 0;
    const found: Inspected[] = [];
    for (const file of files) {
      const { name, blob } = file;
      const told = ({ bytes, rows }: { readonly bytes: number; readonly rows: number }) =>
        progress?.({ step: 'reading', file: name, done: before + bytes, total, rows });
      const tables = await readFile(file, signal ? { signal } : {}, told);
      before += blob.size;
      progress?.({ step: 'understanding', file: name, done: before, total, rows: 0 });
      found.push(...tables.map((table) => inspect(table, blob)));
    }
    for (const one of found) this.#read.set(one.id, one);
    return found;
  }

  describe(ids: readonly string[], tables: readonly Inspected[] = this.all): InspectedTable[] {
    return ids.flatMap((id) => {
      const one = tables.find((table) => table.id === id);
      return one ? [describeInspected(one, this.all)] : [];
    });
  }

  /** Which of some tables belong together, which are wide, and which are in no figure because their money stands in another. */
  advise(said: SaidOfTables, ids: readonly string[]): TableAdvice {
    const held = this.among(ids);
    const about = held.map(({ original }) => original);
    const written = JSON.stringify(said);
    const known = this.#advised;
    const isSame =
      known?.said === written &&
      known.about.length === about.length &&
      known.about.every((one, at) => one === about[at]);
    // Of tables that come, the page asks twice: once they are read, and when they are brought into form.
    if (!isSame) this.#advised = { about, said: written, advice: adviseOn(held, said) };
    return this.#advised!.advice;
  }

  /** Tables in their form take the place of those before; what is not in view is let go of, but for what was read and may wait. */
  takeInView({ held }: FormedTables, { tables }: LoadAnswers): void {
    for (const one of held) {
      this.#read.delete(one.id);
      this.#validated.delete(one.id);
      this.#inView.set(one.id, one);
    }
    const ids = tables.inspected.map(({ id }) => id);
    keepOnly(this.#inView, ids);
    keepOnly(this.#validated, ids);
  }

  /** Lets go of all tables but those in view and those that wait for a word. */
  hold(inView: readonly string[], waiting: readonly string[]): void {
    // What was read under the name of a table in view was not taken into it.
    const untaken = inView.filter((id) => !this.#inView.has(id) && !this.#validated.has(id));
    keepOnly(this.#read, [...waiting, ...untaken]);
    keepOnly(this.#inView, inView);
    keepOnly(this.#validated, inView);
  }

  /** Gives a file that was read another name, which may be that of one in view. */
  rename(from: string, to: string): void {
    for (const one of [...this.#read.values()]) {
      if (one.original.file !== from) continue;
      this.#read.delete(one.id);
      const original = { ...one.original, file: to };
      const id = tableId(original);
      this.#read.set(id, { ...one, id, original, table: { ...one.table, file: to } });
    }
  }

  /** Makes the tables of a kept workspace those that are held, in place of all others. */
  open(parts: readonly LoadedPart[]): void {
    this.clear();
    for (const { table } of parts)
      this.#validated.set(
        table,
        parts.filter((part) => part.table === table),
      );
  }

  clear(): void {
    this.#inView.clear();
    this.#read.clear();
    this.#validated.clear();
    this.#advised = null;
  }

  /** A table as it is counted; null where it plays no role. Throws `table-forgotten`. */
  counted(id: string, { held }: FormedTables, { tables }: LoadAnswers, roles: ChosenTable['roles']) {
    const one = held.find((table) => table.id === id);
    if (one) return roles.length === 0 ? null : { table: one.table, roles, joined: one.joined, savedOn: one.savedOn };
    const given = tables.roles[id] ?? [];
    if (given.length === 0) return null;
    const validated = this.#validated.get(id);
    if (!validated) throw new AppError('table-forgotten', { table: id });
    return { validated } satisfies ValidatedTable;
  }
}

function keepOnly(tables: Map<string, unknown>, ids: readonly string[]): void {
  for (const id of [...tables.keys()]) if (!ids.includes(id)) tables.delete(id);
}
