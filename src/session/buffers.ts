import type { DatabaseTable } from '../domain/database-table';

/** What can be handed over rather than copied, each once. */
export function buffersOf(tables: readonly DatabaseTable[]): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const { columns } of tables) {
    for (const { values } of columns) {
      if (ArrayBuffer.isView(values) && values.buffer instanceof ArrayBuffer) found.add(values.buffer);
    }
  }
  return [...found];
}
