import type { InspectedTable } from '../domain/import';

interface Asked<Value> {
  readonly table: InspectedTable;
  readonly column: string;
  /** What the values allow. */
  readonly readings: readonly Value[];
}

/** What was answered about columns that can be read in more than one way, by table and column. */
export class Answers<Value extends string> {
  /** As a workspace keeps them. */
  given = $state.raw<Readonly<Record<string, Value>>>({});

  constructor(
    private readonly memory: {
      /** The answer for a column of a file with the same header, the last time. */
      readonly recall: (header: readonly string[], column: string) => string | null;
      readonly remember: (header: readonly string[], column: string, value: Value) => void;
    },
  ) {}

  of(table: InspectedTable, column: string): Value | null {
    return this.given[keyOf(table, column)] ?? null;
  }

  give(table: InspectedTable, column: string, value: Value): void {
    this.given = { ...this.given, [keyOf(table, column)]: value };
    this.memory.remember(table.header, column, value);
  }

  /** What stands now is what is remembered. */
  rememberAgain(table: InspectedTable, column: string): void {
    const value = this.of(table, column);
    if (value !== null) this.memory.remember(table.header, column, value);
  }

  takeBack(table: InspectedTable, column: string): void {
    const { [keyOf(table, column)]: _, ...rest } = this.given;
    this.given = rest;
  }

  /** Tables that are read anew are asked again, but for what was answered the last time and is still a reading. */
  ask(asked: readonly Asked<Value>[]): void {
    const given = { ...this.given };
    for (const { table, column, readings } of asked) {
      const earlier = this.memory.recall(table.header, column);
      const answer = readings.find((reading) => reading === earlier);
      if (answer === undefined) delete given[keyOf(table, column)];
      else given[keyOf(table, column)] = answer;
    }
    this.given = given;
  }
}

const keyOf = ({ id }: InspectedTable, column: string) => `${id}\u001f${column}`;
