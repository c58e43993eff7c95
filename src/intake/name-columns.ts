/** `column 3` where a heading is blank, `Name (2)` where it repeats; never the same twice. */
export function nameColumns(header: readonly string[], width: number): string[] {
  const taken = new Set(header);
  const used = new Set<string>();
  /** The number that a repeated name tries next: thousands of the same must not each begin at 2. */
  const next = new Map<string, number>();
  return Array.from({ length: width }, (_, column) => {
    const wanted = header[column] || `column ${column + 1}`;
    let name = wanted;
    let count = next.get(wanted) ?? 2;
    for (; used.has(name) || (name !== header[column] && taken.has(name)); count++) name = `${wanted} (${count})`;
    next.set(wanted, count);
    used.add(name);
    return name;
  });
}
