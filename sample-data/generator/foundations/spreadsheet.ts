import { writeZip } from './zip';

/** A text, a number, a bare date as its day, or nothing. */
export type Cell = string | number | { day: number } | null;

export interface Sheet {
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 1 is a date (built-in format 14), style 2 the bold header. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Day 0 of Perennial is 25,569 in the 1900 date system. */
const SERIAL_OF_EPOCH = 25_569;

/** Strings are shared, as spreadsheet programs write them. */
class SharedStrings {
  readonly #indices = new Map<string, number>();
  #uses = 0;

  indexOf(text: string): number {
    this.#uses++;
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.#indices.size);
    return this.#indices.size - 1;
  }

  toXml(): string {
    const items = [...this.#indices.keys()].map(
      (text) => `<si><t${text.trim() === text ? '' : ' xml:space="preserve"'}>${escaped(text)}</t></si>`,
    );
    return `${XML}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const strings = new SharedStrings();
  const pages = sheets.map((sheet, index) => ({
    path: `xl/worksheets/sheet${index + 1}.xml`,
    text: sheetXml(sheet, strings),
  }));
  return writeZip([
    { path: '[Content_Types].xml', text: contentTypes(pages.map((page) => page.path)) },
    { path: '_rels/.rels', text: relations([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', text: workbookXml(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...pages.map((page): [string, string] => ['worksheet', page.path.slice(3)]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { path: 'xl/styles.xml', text: STYLES },
    ...pages,
    { path: 'xl/sharedStrings.xml', text: strings.toXml() },
  ]);
}

function sheetXml(sheet: Sheet, strings: SharedStrings): string {
  const header = sheet.header.map(
    (text, column) => `<c r="${columnName(column)}1" s="2" t="s"><v>${strings.indexOf(text)}</v></c>`,
  );
  const rows = sheet.rows.map((cells, index) => {
    const xml = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 2}`, strings));
    return `<row r="${index + 2}">${xml.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${header.join('')}</row>${rows.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string, strings: SharedStrings): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.indexOf(cell)}</v></c>`;
  return `<c r="${at}" s="1"><v>${cell.day + SERIAL_OF_EPOCH}</v></c>`;
}

/** A to Z is enough for every sheet that is written here. */
function columnName(column: number): string {
  if (column > 25) throw new Error('a sheet has at most 26 columns');
  return String.fromCharCode(65 + column);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (sheet, index) => `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relations(targets: [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(pages: string[]): string {
  const parts: [string, string][] = [
    ['xl/workbook.xml', 'sheet.main'],
    ...pages.map((page): [string, string] => [page, 'worksheet']),
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
  ];
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${CONTENT}.${type}+xml"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
