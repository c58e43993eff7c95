import Papa from 'papaparse';
import { randomOf, type Random } from '../mutations';
import type { WrittenFile } from './read-files';

/** Another way to bring the same rows. */
export interface Change {
  readonly name: string;
  readonly isSplit?: true;
  readonly isMerged?: true;
  readonly made: (file: WrittenFile, seed: number) => readonly WrittenFile[];
}

interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

function gridOf({ text }: WrittenFile): Grid {
  const [first] = text.split('\n');
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  const [header, ...rows] = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
  return { header, rows, delimiter };
}

const fileOf = (name: string, { header, rows, delimiter }: Grid): WrittenFile => ({
  name,
  text: Papa.unparse([[...header], ...rows.map((row) => [...row])], { delimiter, newline: '\n' }) + '\n',
});

export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}

/** Rows that follow each other with the same order stay together: what is of an order may stand on its first row alone. */
function blocksOf({ header, rows }: Grid, orderHeader: string | null): (readonly string[])[][] {
  const at = orderHeader === null ? -1 : header.indexOf(orderHeader);
  const blocks: (readonly string[])[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (at >= 0 && last && last[0][at] === row[at]) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

const withRows = (file: WrittenFile, change: (grid: Grid) => (readonly string[])[], name = file.name): WrittenFile => {
  const grid = gridOf(file);
  return fileOf(name, { ...grid, rows: change(grid) });
};

/** Changes after which every value must be the same. @param orderHeader the column that numbers the orders */
export function changesOf(orderHeader: string | null): readonly Change[] {
  const halves = (file: WrittenFile): readonly WrittenFile[] => {
    const blocks = blocksOf(gridOf(file), orderHeader);
    const half = Math.ceil(blocks.length / 2);
    return [
      withRows(file, () => blocks.slice(0, half).flat(), 'a.csv'),
      withRows(file, () => blocks.slice(half).flat(), 'b.csv'),
    ];
  };
  return [
    { name: 'renamed', made: ({ text }) => [{ name: 'Export (3) final.txt', text }] },
    {
      name: 'rows in another order',
      made: (file, seed) => [withRows(file, (grid) => shuffled(blocksOf(grid, orderHeader), randomOf(seed)).flat())],
    },
    {
      name: 'columns in another order',
      made: (file, seed) => {
        const { header, rows, delimiter } = gridOf(file);
        const places = shuffled(
          header.map((_, at) => at),
          randomOf(seed),
        );
        const move = (row: readonly string[]) => places.map((at) => row[at]);
        return [fileOf(file.name, { header: move(header), rows: rows.map(move), delimiter })];
      },
    },
    { name: 'split in two files', isSplit: true, made: halves },
    { name: 'split in two files, the later first', isSplit: true, made: (file) => [...halves(file)].reverse() },
    {
      name: 'a column of noise more',
      made: (file, seed) => {
        const { header, rows, delimiter } = gridOf(file);
        const at = randomOf(seed)(header.length + 1);
        const put = (row: readonly string[], cell: string) => [...row.slice(0, at), cell, ...row.slice(at)];
        const noisy = rows.map((row, i) => put(row, ['blue', 'red', ''][i % 3]));
        return [fileOf(file.name, { header: put(header, 'Mood'), rows: noisy, delimiter })];
      },
    },
    {
      name: 'some rows twice, to be merged',
      isMerged: true,
      made: (file) => [
        withRows(file, (grid) =>
          blocksOf(grid, orderHeader).flatMap((block, at) => (at % 4 === 0 ? [...block, ...block] : block)),
        ),
      ],
    },
  ];
}
