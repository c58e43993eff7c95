import type { Notice } from '../../domain/notices';

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

/** A notice for each heading that several columns have: how many, and under which names the later ones stand. */
export function doubledHeadings(header: readonly string[], file: string): Notice[] {
  const columns = new Map<string, number[]>();
  header.forEach((name, column) => {
    const places = columns.get(name);
    if (places) places.push(column);
    else if (name !== '') columns.set(name, [column]);
  });
  if (columns.size === header.length) return [];
  const names = nameColumns(header, header.length);
  return [...columns].flatMap(([column, places]): Notice[] =>
    places.length < 2
      ? []
      : [{ code: 'doubled_heading', file, count: places.length, column, values: places.slice(1).map((c) => names[c]) }],
  );
}
