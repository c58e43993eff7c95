import { unpackEntry } from './unpack';
import type { ZipEntry } from './zip-directory';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const HIDDEN_ROW = /<(?:\w+:)?row\b[^>]*\shidden="(?:1|true)"/g;
/** A row's tag is shorter than this: so much of a piece is looked at again with the next one. */
const TAG = 400;
const latin1 = new TextDecoder('latin1');

/** Counts the hidden rows of an XLSX's sheets in the bytes as they are unpacked: the streaming reader does not tell. */
export class HiddenRows {
  readonly #rows = new Map<string, number>();
  #entry = '';
  #tail = '';

  /** To be called with all pieces of an entry, one after the other. */
  look(entry: string, bytes: Uint8Array): void {
    if (!SHEET.test(entry)) return;
    if (entry !== this.#entry) this.#tail = '';
    this.#entry = entry;
    const piece = latin1.decode(bytes);
    const text = this.#tail + piece;
    if (!text.includes('hidden=')) {
      this.#tail = piece.slice(-TAG);
      return;
    }
    const found = [...text.matchAll(HIDDEN_ROW)];
    if (found.length > 0) this.#rows.set(entry, (this.#rows.get(entry) ?? 0) + found.length);
    const last = found.at(-1);
    const counted = last === undefined ? 0 : last.index + last[0].length;
    this.#tail = text.slice(Math.max(counted, text.length - TAG));
  }

  /** Hidden rows by the name of the sheet. */
  async bySheet(blob: Blob, entries: readonly ZipEntry[]): Promise<ReadonlyMap<string, number>> {
    if (this.#rows.size === 0) return new Map();
    const textOf = async (name: string): Promise<string> => {
      const entry = entries.find((one) => one.name === name);
      return (entry && (await (await unpackEntry(blob, entry))?.text())) ?? '';
    };
    const targets = new Map<string, string>();
    for (const [tag] of (await textOf('xl/_rels/workbook.xml.rels')).matchAll(/<Relationship\b[^>]*>/g)) {
      const target = attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/');
      targets.set(attribute(tag, 'Id'), target);
    }
    const sheets = (await textOf('xl/workbook.xml')).matchAll(/<(?:\w+:)?sheet\b[^>]*>/g);
    return new Map(
      [...sheets].map(([tag]) => [
        attribute(tag, 'name'),
        this.#rows.get(targets.get(attribute(tag, '\\w+:id')) ?? '') ?? 0,
      ]),
    );
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, entity: string) => ENTITIES[entity],
  );
