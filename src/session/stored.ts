import { safeParse, type GenericSchema } from 'valibot';

/** What is remembered between visits. A browser may refuse storage: then nothing is remembered, and nothing breaks. */
const PREFIX = 'perennial.';

/** What was stored under a name; `fallback` where nothing was, or nothing that its schema knows. */
export function readStored<T>(name: string, schema: GenericSchema<unknown, T>, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    if (text === null) return fallback;
    const stored = safeParse(schema, JSON.parse(text));
    return stored.success ? stored.output : fallback;
  } catch {
    return fallback;
  }
}

/** Forgets all that this product remembers between visits. */
export function forgetStored(): void {
  for (const storage of storages()) {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
  }
}

/** The workspace that was open the last time: in this tab, or else in this browser. Null where none was. */
export function readOpen(): string | null {
  for (const storage of storages()) {
    const id = storage.getItem(PREFIX + OPEN);
    if (id !== null) return id === '' ? null : id;
  }
  return null;
}

/** A tab that has left its workspace does not fall back to another tab's. */
export function rememberOpen(id: string | null): void {
  const [tab, browser] = storages();
  try {
    tab?.setItem(PREFIX + OPEN, id ?? '');
    if (id === null) browser?.removeItem(PREFIX + OPEN);
    else browser?.setItem(PREFIX + OPEN, id);
  } catch {
    // Remembering is a convenience.
  }
}

const OPEN = 'workspace';

/** This tab's and this browser's. None where the browser refuses. */
function storages(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}

export function store(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Remembering is a convenience.
  }
}
