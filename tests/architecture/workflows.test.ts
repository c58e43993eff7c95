import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { planOf } from '../tools/parts.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const linesOf = (text: string, key: string): string[] =>
  [...text.matchAll(new RegExp(`^ *(?:- )?${key}: (.+)$`, 'gm'))].map((match) => match[1]);

test.each(workflows)('$name pins every action by its commit and names its version', ({ text }) => {
  const uses = linesOf(text, 'uses');
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+[.]\d+[.]\d+$/.test(action))).toEqual([]);
});

test('every action is of one commit in all places', () => {
  const commits = new Map<string, Set<string>>();
  for (const action of workflows.flatMap(({ text }) => linesOf(text, 'uses'))) {
    const [name, commit] = action.split('@');
    commits.set(name, (commits.get(name) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, found]) => found.size > 1)).toEqual([]);
});

test.each(workflows)('$name reads the repository only, unless a job says more', ({ text }) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
});

test.each(workflows)('$name runs scripts of package.json, with parts that the test tool knows', ({ text }) => {
  const unknown = linesOf(text, 'run').filter((command) => {
    const [, script, part] = /^npm (?:run )?([\w-]+)(?: -- (\S+))?$/.exec(command) ?? [];
    return !script || !(script in scripts) || (part !== undefined && !planOf([part]));
  });
  expect(unknown).toEqual([]);
});
