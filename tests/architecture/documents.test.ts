import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withTree } from './broken-tree';

const root = path.resolve(import.meta.dirname, '../..');
const DECISIONS = 'src/docs/decisions';
const SECTIONS = ['Decision', 'Why', 'Alternatives'];
const ROOM_SECTIONS = ['In and out', 'Open first', 'May import', 'Do not'];

/** What a decision lacks: its place in the sequence, its date, a section with text, or its line in the index. */
function faultsOfDecisions(base: string): string[] {
  const folder = path.join(base, DECISIONS);
  const files = readdirSync(folder).filter((file) => file !== 'README.md');
  const index = readFileSync(path.join(folder, 'README.md'), 'utf8');
  return files.sort().flatMap((file, at) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const date = /^# \S.*\n\nDate: (\d{4}-\d{2}-\d{2})\n/.exec(text)?.[1];
    return [
      ...(/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*[.]md$/.test(file) && Number(file.slice(0, 4)) === at + 1
        ? []
        : [`${file}: is not named by the next number and its title`]),
      ...(date && new Date(`${date}T00:00Z`).toJSON().startsWith(date) ? [] : [`${file}: has no title with a date`]),
      ...missingSections(text, SECTIONS).map((section) => `${file}: lacks ${section}`),
      ...(new RegExp(`\\]\\(${file}\\) +\\| ${date} \\|`).test(index)
        ? []
        : [`${file}: is not in the index with its date`]),
    ];
  });
}

const missingSections = (text: string, sections: readonly string[]): string[] =>
  sections.filter((section) => !new RegExp(`^## ${section}\\n\\n(?!#)\\S`, 'm').test(text));

/** Links to files or headings of this repository that lead nowhere. */
function brokenLinks(base: string): string[] {
  return documentsUnder(base).flatMap((file) => {
    const prose = readFileSync(path.join(base, file), 'utf8').replace(/^```.*?^```/gms, '');
    return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1])
      .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(path.join(base, file), target))
      .map((target) => `${file} -> ${target}`);
  });
}

function leadsSomewhere(file: string, target: string): boolean {
  const [name, heading] = target.split('#');
  const found = name === '' ? file : path.resolve(path.dirname(file), name);
  if (!existsSync(found)) return false;
  return heading === undefined || headingsOf(readFileSync(found, 'utf8')).includes(heading);
}

/** As GitHub names them: lower case, spaces as hyphens, no punctuation. */
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

function documentsUnder(base: string): string[] {
  const ours = readdirSync(base, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist', '.git', 'sample-data', 'public'].includes(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(path.join(base, entry.name), { recursive: true, encoding: 'utf8' }).map((file) =>
            path.join(entry.name, file),
          )
        : [entry.name],
    );
  // Texts of the page: their links are addresses of it.
  return ours.filter((file) => file.endsWith('.md') && path.basename(file) !== 'about.md').sort();
}

test('every decision has a number, a date, its sections and a line in the index', () => {
  expect(faultsOfDecisions(root)).toEqual([]);
});

test('every link within the documents leads somewhere', () => {
  expect(documentsUnder(root)).toContain('CONTRIBUTING.md');
  expect(brokenLinks(root)).toEqual([]);
});

test('every room has a README of at most a page with its sections', () => {
  const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'docs')
    .map(({ name }) => `src/${name}`);
  const faults = [...rooms, 'tests'].flatMap((room) => {
    const file = path.join(root, room, 'README.md');
    if (!existsSync(file)) return [`${room}: has no README.md`];
    const text = readFileSync(file, 'utf8');
    return [
      ...missingSections(text, ROOM_SECTIONS).map((section) => `${room}: lacks ${section}`),
      ...(text.split('\n').length > 60 ? [`${room}: is longer than a page`] : []),
    ];
  });
  expect(faults).toEqual([]);
});

test('faults of decisions and broken links are found', async () => {
  const whole = '# One\n\nDate: 2026-01-02\n\n## Decision\n\nA.\n\n## Why\n\nB.\n\n## Alternatives\n\nC.\n';
  const files = {
    [`${DECISIONS}/0001-one.md`]: whole,
    [`${DECISIONS}/0003-three.md`]: whole.replace('01-02', '02-30').replace('B.\n\n', ''),
    [`${DECISIONS}/README.md`]:
      '| [0001](0001-one.md) | 2026-01-02 | One |\n[gone](../gone.md)\n```\n[code](x.md)\n```\n',
    'README.md': '[one](src/docs/decisions/0001-one.md#why) [none](src/docs/decisions/0001-one.md#when)\n',
  };
  expect(await withTree(files, faultsOfDecisions)).toEqual([
    '0003-three.md: is not named by the next number and its title',
    '0003-three.md: has no title with a date',
    '0003-three.md: lacks Why',
    '0003-three.md: is not in the index with its date',
  ]);
  expect(await withTree(files, brokenLinks)).toEqual([
    'README.md -> src/docs/decisions/0001-one.md#when',
    `${DECISIONS}/README.md -> ../gone.md`,
  ]);
});
