import type { LoadReport } from '../domain/import';
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
/** As the text stands in for what JSON has no words for. */
interface Tagged {
  readonly $: keyof typeof ARRAYS | 'number';
  readonly of: unknown;
}
const isTagged = (value: unknown): value is Tagged => typeof value === 'object' && value !== null && '$' in value;

/** As JSON; typed arrays and numbers that are none keep what they are. */
export const encodeFirstView = (view: FirstView): string =>
  JSON.stringify(view, (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', of: String(value) };
    const name = (Object.keys(ARRAYS) as (keyof typeof ARRAYS)[]).find((one) => value instanceof ARRAYS[one]);
    return name ? { $: name, of: Array.from(value as Float64Array) } : value;
  });

/** @throws where the text is no first view */
export function decodeFirstView(text: string): FirstView {
  const view = JSON.parse(text, (_, value: unknown) => {
    if (!isTagged(value)) return value;
    return value.$ === 'number' ? Number(value.of) : ARRAYS[value.$].from(value.of as number[]);
  }) as Partial<FirstView>;
  if (!view.report || !view.answers) throw new TypeError('no first view');
  return view as FirstView;
}
