/** What is remembered between visits. A browser may refuse storage: then nothing is remembered, and nothing breaks. */
const PREFIX = 'perennial.';

export function readStored<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function store(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Remembering is a convenience.
  }
}
