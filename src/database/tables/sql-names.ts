/** Words that SQLite or DuckDB do not take as a name without quotes, and names that have a meaning of their own in SQL. */
const RESERVED = new Set(
  (
    'add all alter analyse analyze and any array as asc at attach autoincrement between both by case cast check collate column ' +
    'commit constraint create cross current_date current_time current_timestamp default deferrable delete desc describe distinct do ' +
    'drop else end escape except exists explain false fetch filter for foreign from full glob group grouping having if ilike in index ' +
    'indexed initially inner insert instead intersect into is isnull join key lambda lateral leading left like limit match natural not notnull ' +
    'nothing null of offset on only or order outer over partition pivot pivot_longer pivot_wider placing positional pragma primary ' +
    'qualify raise range references regexp returning right rollback row rowid rows select semi set show similar some summarize ' +
    'symmetric table tablesample then to trailing transaction true union unique unpivot update using values variadic view when where ' +
    'window with without'
  ).split(' '),
);

/** A header as a bare snake_case name: Latin letters lose their accents, other scripts stay. */
function snakeCase(header: string): string {
  const name = header
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  return name === '' || /^\d/.test(name) || RESERVED.has(name) ? `attribute_${name}`.replace(/_$/, '') : name;
}

/** Gives each header a name that is not in use; `isTaken` tells names that are in use elsewhere. */
export function sqlNames(headers: readonly string[], isTaken: (name: string) => boolean): string[] {
  const given = new Set<string>();
  const isFree = (name: string) => !given.has(name) && !isTaken(name);
  return headers.map((header) => {
    const plain = snakeCase(header);
    const base = isFree(plain) || plain.startsWith('attribute_') || given.has(plain) ? plain : `attribute_${plain}`;
    let name = base;
    for (let count = 2; !isFree(name); count++) name = `${base}_${count}`;
    given.add(name);
    return name;
  });
}
