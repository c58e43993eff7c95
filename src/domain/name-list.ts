/** A name as an item of a list divided by semicolons: in quotes where it would be read as several items. */
const listed = (name: string): string => (/;|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** Names in one text, by semicolons: `Pens;blue` are two items, `"Pens; blue"` is one. */
export const joinNames = (names: readonly string[]): string => names.map(listed).join(';');

const QUOTED = /"((?:[^"]|"")*)"(?=;|$)/y;

/** The names of such a text; semicolons outside quotes divide it. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    const next = text.indexOf(';', at);
    const end = quoted ? QUOTED.lastIndex : next < 0 ? text.length : next;
    names.push(quoted ? quoted[1].replaceAll('""', '"') : text.slice(at, end));
    at = end;
  }
  return names;
}
