import { array, custom, literal, looseObject, parse, picklist, safeParse, string, unknown, variant } from 'valibot';
import { AppError } from '../domain/errors';
import type { LoadReport } from '../domain/import';
import { openObject } from '../schema/objects';
import type { ArgumentOf, EngineApi, MethodOf, ResultOf } from './protocol';

/** What a first page asks of the engine: a question with its answer. */
interface FirstAnswer {
  readonly method: MethodOf<EngineApi>;
  readonly argument: unknown;
  readonly reply: unknown;
}
/** What the first page of a sample company shows, counted when the site was built. */
export interface FirstView {
  readonly report: LoadReport;
  readonly answers: readonly FirstAnswer[];
}

/** The reply to a call; undefined where it was not foreseen. */
export function foreseen<M extends MethodOf<EngineApi>>(
  { answers }: FirstView,
  method: M,
  argument: ArgumentOf<EngineApi, M>,
): ResultOf<EngineApi, M> | undefined {
  const asked = JSON.stringify(argument);
  const found = answers.find((one) => one.method === method && JSON.stringify(one.argument) === asked);
  return found?.reply as ResultOf<EngineApi, M> | undefined;
}

const ARRAYS = { Float64Array, Int32Array } as const;
/** How the text writes what JSON cannot hold. */
const tagged = variant('$', [
  looseObject({ $: literal('number'), of: string() }),
  looseObject({
    $: picklist(['Float64Array', 'Int32Array']),
    of: array(custom<number>((value) => typeof value === 'number')),
  }),
]);
/** The engine of the same build wrote what stands within: that it is a first view at all is what is not certain. */
const firstView = openObject({
  report: openObject({}),
  answers: array(openObject({ method: string(), argument: unknown(), reply: unknown() })),
});

/** As JSON; typed arrays and numbers that are none keep what they are. */
export const encodeFirstView = (view: FirstView): string =>
  JSON.stringify(view, (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', of: String(value) };
    const name = (Object.keys(ARRAYS) as (keyof typeof ARRAYS)[]).find((one) => value instanceof ARRAYS[one]);
    return name ? { $: name, of: Array.from(value as Float64Array) } : value;
  });

/** Throws `sample-unreachable` where the text is no first view: a network's own page may stand in its place. */
export function decodeFirstView(text: string): FirstView {
  const view = safeParse(firstView, parsed(text));
  if (!view.success) throw notFetched();
  return view.output as unknown as FirstView;
}

const notFetched = (cause?: unknown) => new AppError('sample-unreachable', { path: 'first-view.json' }, { cause });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('$' in value)) return value;
      const { $, of } = parse(tagged, value);
      return $ === 'number' ? Number(of) : ARRAYS[$].from(of);
    });
  } catch (cause) {
    throw notFetched(cause);
  }
}
