import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/app/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    [light, dark],
  ]),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string, theme: number): number {
  const [light, dark] = [luminance(tokens.get(a)![theme]), luminance(tokens.get(b)![theme])].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunk'];
const TEXTS = [
  'ink',
  'ink-2',
  'muted',
  'selection',
  'acquisition',
  'retention',
  'growth',
  'good',
  'bad',
  'warning',
  'focus',
];
const pairs: [string, string, number][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...GROUNDS.map((ground): [string, string, number] => ['mark-muted', ground, 3]),
  ...['ink', 'ink-2', 'warning'].map((text): [string, string, number] => [text, 'warning-tint', 4.5]),
  ...['ink', 'ink-2', 'muted'].map((text): [string, string, number] => [text, 'bad-tint', 4.5]),
  ...['selection', 'acquisition', 'retention', 'growth'].map((stage): [string, string, number] => [
    'ink',
    `${stage}-tint`,
    4.5,
  ]),
  ...['seq', 'div'].flatMap((ramp) =>
    [0, 1, 2, 3, 4, 5, 6].map((step): [string, string, number] => [`${ramp}-${step}-ink`, `${ramp}-${step}`, 4.5]),
  ),
];

test.each(pairs)('%s on %s', (text, ground, least) => {
  for (const theme of [0, 1]) expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(least);
});
