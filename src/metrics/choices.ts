import type { Table } from './metric';

/** A choice of how a chart shows what it has; what is counted does not change. The address holds what differs from `initial`. */
export interface ChoiceSpec {
  readonly label: string;
  /** Words by value, in the order in which they are offered. */
  readonly words: Readonly<Record<string, string>>;
  readonly initial: string;
  /** The values that make a difference to a table drawn so wide; by default all of them. */
  readonly offered?: (table: Table, width: number) => readonly string[];
}
export type ChoiceSpecs = Readonly<Record<string, ChoiceSpec>>;
export type Choices = Readonly<Record<string, string | number | null>>;
type Chosen<S extends ChoiceSpecs> = { readonly [Name in keyof S]: keyof S[Name]['words'] & string };

/** What is chosen: what was given where it is one of the values, else the initial one. */
export function chosen<S extends ChoiceSpecs>(specs: S, given: Choices | undefined): Chosen<S> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { words, initial }]) => {
      const value = given?.[name];
      return [name, typeof value === 'string' && Object.hasOwn(words, value) ? value : initial];
    }),
  ) as Chosen<S>;
}
