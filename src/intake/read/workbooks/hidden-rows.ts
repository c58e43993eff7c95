import { parseMerged, type MergedCell } from './merged-cells';
import { unpackEntry } from '../archives/unpack';
import type { ZipEntry } from '../archives/zip-directory';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const MERGED = /<(?:\w+:)?mergeCell\b[^>]*\sref="([^"]*)"/g;
const HIDDEN_ROW = /<(?:\w+:)?row\b[^>]*\shidden="(?:1|true)"/g;
/** A row's tag is shorter than this: so much of a piece is looked at again with the next one. */
const TAG = 400;
const latin1 = new TextDecoder('latin1');

interface SheetMarks {
  readonly hiddenRows: number;
  readonly merged: readonly MergedCell[];
}

/** More merged cells than this are decoration. */
const MOST_MERGED = 200_000;

/** What the streaming reader does not tell of an XLSX's sheets, found in the bytes as they are unpacked: hidden rows, merged cells. */
export class HiddenRows {
  readonly #rows = new Map<string, number>();
  readonly #merged = new Map<string, MergedCell[]>();
  #entry = '';
  #tail = '';

  /** To be called with all pieces of an entry, one after the other. */
  look(entry: string, bytes: Uint8Array): void {
    if (!SHEET.test(entry)) return;
    if (entry !== this.#entry) this.#tail = '';
    this.#entry = entry;
    const piece = latin1.decode(bytes);
    const text = this.#tail + piece;
    const [hidden, merged] = [text.includes('hidden='), text.includes('mergeCell')];
    if (!hidden && !merged) {
      this.#tail = piece.slice(-TAG);
      return;
    }
    const rows = hidden ? [...text.matchAll(HIDDEN_ROW)] : [];
    if (rows.length > 0) this.#rows.set(entry, (this.#rows.get(entry) ?? 0) + rows.length);
    const cells = merged ? [...text.matchAll(MERGED)] : [];
    if (cells.length > 0) this.#addMerged(entry, cells);
    const counted = [...rows.slice(-1), ...cells.slice(-1)].map((tag) => tag.index + tag[0].length);
    this.#tail = text.slice(Math.max(...counted, text.length - TAG));
  }

  #addMerged(entry: string, tags: readonly RegExpExecArray[]): void {
    const cells = this.#merged.get(entry) ?? [];
    for (const [, reference] of tags) {
      const cell = cells.length < MOST_MERGED ? parseMerged(reference) : null;
      if (cell !== null) cells.push(cell);
    }
    this.#merged.set(entry, cells);
  }

  /** By the name of the sheet; a sheet with neither is not there. */
  async bySheet(blob: Blob, entries: readonly ZipEntry[]): Promise<ReadonlyMap<string, SheetMarks>> {
    if (this.#rows.size === 0 && this.#merged.size === 0) return new Map();
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
      [...sheets].map(([tag]) => {
        const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
        return [
          attribute(tag, 'name'),
          { hiddenRows: this.#rows.get(target) ?? 0, merged: this.#merged.get(target) ?? [] },
        ];
      }),
    );
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, entity: string) => ENTITIES[entity],
  );
