import {
  custom,
  is,
  looseObject,
  pipe,
  rawTransform,
  safeParse,
  strictObject,
  type BaseIssue,
  type Config,
  type CustomIssue,
  type CustomSchema,
  type ErrorMessage,
  type GenericSchema,
  type InferOutput,
  type IssuePathItem,
  type ObjectEntries,
} from 'valibot';

/** A schema for each key of a type, the optional ones too: a key that is added to the type is a type error here. */
export type EntriesOf<T> = { readonly [K in keyof T]-?: GenericSchema<unknown, T[K]> };

type PlainObject = Readonly<Record<string, unknown>>;
type Message = ErrorMessage<CustomIssue>;

/** An object that is not a list: valibot's own object schemas accept lists too. */
export function plainObject(message?: Message): CustomSchema<PlainObject, Message | undefined> {
  return custom((value) => typeof value === 'object' && value !== null && !Array.isArray(value), message);
}

/** An object of these keys; others stay as they are, unchecked. */
export const openObject = <const E extends ObjectEntries>(entries: E, message?: Message) =>
  inWrittenOrder(looseObject(entries), message);

/** An object of these keys and no others. */
export const closedObject = <const E extends ObjectEntries>(entries: E, message?: Message) =>
  inWrittenOrder(strictObject(entries), message);

/** Keeps the keys in their written order, since mapping files keep it and texts are compared by it. */
function inWrittenOrder<T>(of: GenericSchema<unknown, T>, message?: Message) {
  return pipe(
    plainObject(message),
    rawTransform<PlainObject, T>(({ dataset: { value: input }, config, addIssue, NEVER }) => {
      const result = safeParse(of, input, config as Config<BaseIssue<unknown>>);
      if (!result.success) {
        addIssue(issueAt(result.issues[0]));
        return NEVER;
      }
      const output = result.output as T & Record<string, unknown>;
      const written = Object.keys(input).filter((key) => Object.hasOwn(output, key));
      return { ...Object.fromEntries(written.map((key) => [key, output[key]])), ...output };
    }),
  );
}

/**
 * An object whose keys come from a file. Unlike valibot's own record it keeps keys such as `constructor`, which may be the
 * header of a column.
 * @param of the schema of all values, or of the value of a key
 */
export function dictionary<S extends GenericSchema>(of: S | ((key: string) => S), message?: Message) {
  return pipe(
    plainObject(message),
    rawTransform<PlainObject, Readonly<Record<string, InferOutput<S>>>>(({ dataset, config, addIssue, NEVER }) => {
      const entries: [string, InferOutput<S>][] = [];
      const input = dataset.value;
      for (const [key, value] of Object.entries(input)) {
        const schema = typeof of === 'function' ? of(key) : of;
        const result = safeParse(schema, value, config as Config<BaseIssue<unknown>>);
        if (!result.success) {
          addIssue(issueAt(result.issues[0], { type: 'object', origin: 'value', input, key, value }));
          return NEVER;
        }
        entries.push([key, result.output]);
      }
      return Object.fromEntries(entries);
    }),
  );
}

/** An issue of a part as an issue of the whole, its place in front of its path. */
function issueAt({ message, input, path = [] as never }: BaseIssue<unknown>, ...place: IssuePathItem[]) {
  const [first, ...rest] = [...place, ...path];
  return { message, input, ...(first ? { path: [first, ...rest] as [IssuePathItem, ...IssuePathItem[]] } : {}) };
}

/** A part that is refused as a whole: the issue names the part, not what is inside it. */
export const whole = <S extends GenericSchema>(of: S, message: Message) =>
  custom<InferOutput<S>>((value) => is(of, value), message);
