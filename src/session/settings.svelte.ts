import { boolean, picklist, string, unknown } from 'valibot';
import { ENCODINGS, type Encoding } from '../domain/encodings';
import type { InspectedTable, RoleReading } from '../domain/import';
import { dictionary } from '../schema/objects';
import { forRemembering, recalled } from './remembered-mapping';
import { readStored, store } from './stored';

const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];
const REMEMBERED_SHAPES = 200;
/** Answers by the fingerprints of headers. */
const answers = dictionary(string());
const encodings = dictionary(picklist(Object.keys(ENCODINGS) as Encoding[]));
/** Each is looked at when its file comes: one that another version has written says nothing of the others. */
const mappings = dictionary(unknown());

/** Choices of the reader that outlive a visit. */
export class Settings {
  theme = $state<Theme>(readStored<Theme>('theme', picklist(THEMES), 'system'));
  #dateAnswers = readStored('dates', answers, {});
  #markAnswers = readStored('marks', answers, {});

  #readings = readStored('readings', answers, {});
  /** Receipts that were found right, by a fingerprint of their sentence. */
  #confirmed = $state.raw(readStored('confirmed', answers, {}));

  /** The columns of the Data page stay open or folded as they were left. */
  columnsShown = $state(readStored('columns', boolean(), false));

  #encodings = readStored('encodings', encodings, {});
  #mappings = readStored('mappings', mappings, {});

  setTheme(theme: Theme): void {
    this.theme = theme;
    store('theme', theme);
    this.showTheme();
  }

  showTheme(root: HTMLElement = document.documentElement): void {
    if (this.theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
  }

  /** Nothing of an earlier choice is left, the theme among them. */
  forget(): void {
    this.theme = 'system';
    this.showTheme();
    this.#dateAnswers = {};
    this.#markAnswers = {};
    this.#readings = {};
    this.#confirmed = {};
    this.columnsShown = false;
    this.#encodings = {};
    this.#mappings = {};
  }

  /** How a date column of a file with this header was read the last time. */
  dateAnswer(header: readonly string[], column: string): string | null {
    return this.#dateAnswers[shapeOf(header, column)] ?? null;
  }

  /** Which mark stood before the decimals of such a column the last time. */
  markAnswer(header: readonly string[], column: string): string | null {
    return this.#markAnswers[shapeOf(header, column)] ?? null;
  }

  /** How somebody had a file with this header read, where that was not as it was guessed. */
  mapping(table: InspectedTable): readonly RoleReading[] | null {
    const remembered =
      Object.hasOwn(this.#mappings, shapeOf(table.header, '')) && this.#mappings[shapeOf(table.header, '')];
    return remembered ? recalled(remembered, table) : null;
  }
  /** Columns that have no names say nothing about the next file: it may be another one altogether. */
  rememberMapping(table: InspectedTable, roles: readonly RoleReading[]): void {
    if (table.headerLine === 0) return;
    this.#mappings = { ...newest(this.#mappings), [shapeOf(table.header, '')]: forRemembering(roles, table.header) };
    store('mappings', this.#mappings);
  }
  forgetMapping(table: InspectedTable): void {
    const { [shapeOf(table.header, '')]: _, ...rest } = this.#mappings;
    this.#mappings = rest;
    store('mappings', rest);
  }

  /** In which encoding somebody had a file read whose header came out like this unasked. */
  encoding(guessedHeader: readonly string[]): Encoding | null {
    const earlier = this.#encodings[shapeOf(guessedHeader, '')];
    return earlier ?? null;
  }
  rememberEncoding(guessedHeader: readonly string[], encoding: Encoding): void {
    this.#encodings = { ...newest(this.#encodings), [shapeOf(guessedHeader, '')]: encoding };
    store('encodings', this.#encodings);
  }

  /** How a question about a table with this header was answered the last time. */
  readingAnswer(header: readonly string[], topic: string): string | null {
    return this.#readings[shapeOf(header, topic)] ?? null;
  }
  /** @param answer null where there is none any more */
  rememberReading(header: readonly string[], topic: string, answer: string | null): void {
    const shape = shapeOf(header, topic);
    if ((this.#readings[shape] ?? null) === answer) return;
    const { [shape]: _, ...rest } = newest(this.#readings);
    this.#readings = answer === null ? rest : { ...rest, [shape]: answer };
    store('readings', this.#readings);
  }

  showColumns(shown: boolean): void {
    if (this.columnsShown === shown) return;
    this.columnsShown = shown;
    store('columns', shown);
  }

  isConfirmed(receipt: string): boolean {
    return Object.hasOwn(this.#confirmed, shapeOf([receipt], ''));
  }
  confirm(receipt: string, isRight: boolean): void {
    const { [shapeOf([receipt], '')]: _, ...rest } = newest(this.#confirmed);
    this.#confirmed = isRight ? { ...rest, [shapeOf([receipt], '')]: 'right' } : rest;
    store('confirmed', this.#confirmed);
  }

  rememberMark(header: readonly string[], column: string, mark: string): void {
    this.#markAnswers = { ...newest(this.#markAnswers), [shapeOf(header, column)]: mark };
    store('marks', this.#markAnswers);
  }

  rememberDate(header: readonly string[], column: string, format: string): void {
    this.#dateAnswers = { ...newest(this.#dateAnswers), [shapeOf(header, column)]: format };
    store('dates', this.#dateAnswers);
  }
}

const newest = <T>(answers: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(answers).slice(-REMEMBERED_SHAPES));

/** A header's fingerprint (FNV-1a), so that the header itself is not kept. */
function shapeOf(header: readonly string[], column: string): string {
  let hash = 0x811c9dc5;
  for (const character of [...header, '', column].join('\u001f')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
