import { deflateRawSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../src/domain/sentences';
import { crc32 } from '../../src/intake/read/archives/crc32';
import { readTables } from '../../src/intake/read/read-file';
import { packGzip } from './made-files';
import { concatenate, encode, read, readOne, rowsOf, writeZip, type Bytes } from './reading-files';

/** Of the processor: on a machine that is shared, a clock measures the others too. */
const MOST_MILLISECONDS = 2_000;
const spent = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
const MOST_BYTES = 300e6;
const peak = (): number => process.resourceUsage().maxRSS * 1024;

/** The code of a refusal, which comes in time and without taking much memory. */
async function refusalOf(name: string, blob: Blob): Promise<{ code: string; says: string }> {
  const [started, before] = [process.cpuUsage(), peak()];
  const error = await readTables({ name, blob }).then(
    () => null,
    (thrown: unknown) => thrown as { code: string; details: unknown },
  );
  expect(spent(started)).toBeLessThan(MOST_MILLISECONDS);
  expect(peak() - before).toBeLessThan(MOST_BYTES);
  expect(error).not.toBeNull();
  return { code: error!.code, says: sentenceOf(error!) };
}

const PIECE = 1 << 24;
/** Deflated zeros, as small as deflate makes them; pieces that end on a byte can stand one after the other. */
function packedZeros(pieces: number): Bytes {
  const piece = Uint8Array.from(
    deflateRawSync(new Uint8Array(PIECE), { level: 9, finishFlush: constants.Z_SYNC_FLUSH }),
  );
  return concatenate([...Array.from({ length: pieces }, () => piece), Uint8Array.from([0x03, 0x00])]);
}

describe('hostile files are refused in time, without taking much memory, with a sentence', () => {
  const zeros = packedZeros(128);

  test.each([
    ['says so', 2 ** 31],
    ['says less', 60 << 20],
  ])('a workbook of 2 MB that unpacks to 2 GB and %s', async (_, claims) => {
    const bomb = writeZip([{ name: 'xl/workbook.xml' }, { name: 'xl/worksheets/sheet1.xml', packed: zeros, claims }]);
    expect(bomb.length).toBeLessThan(2.2e6);
    expect((await refusalOf('a.xlsx', new Blob([bomb]))).code).toBe('workbook-too-large');
  });

  test.each([
    ['says so', 2 ** 31],
    ['says less', 60 << 20],
  ])('a ZIP of one text that unpacks to 2 GB and %s', async (_, claims) => {
    const bomb = writeZip([{ name: 'orders.csv', packed: zeros, claims }]);
    expect((await refusalOf('a.zip', new Blob([bomb]))).code).toBe('archive-too-large');
  });

  test.each([
    ['says so', 0x80000000],
    ['says less', 1000],
  ])('gzip of 2 GB that %s', async (_, claims) => {
    const head = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    const size = new Uint8Array(new Uint32Array([0, claims]).buffer);
    expect((await refusalOf('a.csv.gz', new Blob([head, zeros, size]))).code).toBe('archive-too-large');
  });

  test('a ZIP of ZIPs', async () => {
    const inner = writeZip([{ name: 'a.zip', bytes: writeZip([{ name: 'b.csv', content: 'a,b\n1,2\n' }]) }]);
    const { code, says } = await refusalOf('all.zip', new Blob([inner]));
    expect([code, says]).toEqual([
      'archive-in-archive',
      'a.zip is an archive within an archive. Unpack it and bring the files in it.',
    ]);
  });

  test('a line of 500 MB', async () => {
    const piece = new Blob([encode('x,'.repeat(5 << 19))]);
    const { code } = await refusalOf(
      'a.csv',
      new Blob([encode('a,b\n1,2\n'), ...Array.from({ length: 100 }, () => piece)]),
    );
    expect(code).toBe('line-too-long');
  });

  test('a million columns', async () => {
    const names = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',');
    expect((await refusalOf('a.csv', new Blob([`${names}\n${'1,'.repeat(999_999)}1\n`]))).code).toBe('file-too-wide');
    const record = `{${Array.from({ length: 200_000 }, (_, at) => `"c${at}":1`).join(',')}}`;
    expect((await refusalOf('a.json', new Blob([`[${record}]`]))).code).toBe('file-too-wide');
  });

  test('a file too large for a tab is refused by its size alone, and it is said what would fit', async () => {
    const head = new Blob(['a,b\n1,2\n']);
    const reads: number[] = [];
    const huge = {
      size: 5e9,
      slice: (from: number, to: number) => (reads.push(to - from), head.slice(from, to)),
    } as unknown as Blob;
    const { code, says } = await refusalOf('a.csv', huge);
    expect([code, reads.length]).toEqual(['file-too-large', 1]);
    expect(says).toBe(
      'a.csv has 5000 MB, and up to 2147 MB of this kind fit in a browser tab. Bring a shorter period, or only the columns that are needed.',
    );
  });
});

describe('files that would take long to read are read all the same', () => {
  test('a quote opened in every line, and never closed', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `"k${at},${at}`);
    const started = process.cpuUsage();
    const table = await readOne(`name,n\n${lines.join('\n')}\n`);
    expect(spent(started)).toBeLessThan(10_000);
    expect([table.rows, rowsOf(table).at(-1)]).toEqual([200_000, ['"k199999', '199999']]);
  });

  test('what packs well and is no trap is read', async () => {
    const text = 'a,b\n' + 'some text,12.50\n'.repeat(2_000_000);
    const tables = await read(packGzip(encode(text)));
    expect(tables[0].rows).toBe(2_000_000);
  });
});

test('the checksum of ZIP is that of its standard, over pieces as over the whole', () => {
  const bytes = encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});
