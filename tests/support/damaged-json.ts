import fc from 'fast-check';

type Path = readonly (string | number)[];

const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, within]) => pathsOf(within, [...at, key]))]
    : [at];

/** Keys that a careless reader takes for its own. */
const key = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('__proto__', 'constructor', 'toString', 'kind', '0'));
/** Any JSON, and numbers that only JSON's text can hold. */
const anyJson = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(1e300, -1, 0.5, 2 ** 53, '', 'customer'));

function damage(value: unknown, path: Path, change: (holder: Record<string, unknown>, key: string) => void): unknown {
  const root = { value: structuredClone(value) };
  let holder: Record<string, unknown> = root;
  const keys = ['value', ...path.map(String)];
  for (const step of keys.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  change(holder, keys.at(-1)!);
  return root.value;
}

/** Valid JSON with one to three of its places left out, put in place of each other, or something else altogether. */
export function damagedJson(valid: unknown): fc.Arbitrary<unknown> {
  const once = (value: unknown) =>
    fc
      .tuple(fc.constantFrom(...pathsOf(value)), fc.constantFrom('replace', 'remove', 'add'), anyJson, key)
      .map(([path, how, other, added]) =>
        damage(value, path, (holder, name) => {
          const here = holder[name];
          if (how === 'remove' && path.length > 0 && !Array.isArray(holder)) delete holder[name];
          else if (how === 'add' && typeof here === 'object' && here !== null && !Array.isArray(here))
            Object.defineProperty(here, added, { value: other, enumerable: true, configurable: true, writable: true });
          else holder[name] = other;
        }),
      );
  return fc.oneof(fc.jsonValue(), once(valid), once(valid).chain(once), once(valid).chain(once).chain(once));
}
