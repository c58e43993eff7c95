import { mount, unmount, createRawSnippet, flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Plot from '../../src/charts/Plot.svelte';
import type { PlotMark } from '../../src/charts/plot';

const marks: PlotMark[] = ['a', 'b', 'c'].map((key, i) => ({
  key,
  x: 50 + i * 100,
  y: 60,
  width: 20,
  height: 20,
  title: `mark ${key}`,
  lines: ['4 of 9'],
  opens: '4 customers',
}));
let made: ReturnType<typeof mount> | undefined;
function show(given: readonly PlotMark[] = marks) {
  const calls: string[] = [];
  const target = document.body.appendChild(document.createElement('div'));
  made = mount(Plot, {
    target,
    props: {
      marks: given,
      width: 300,
      height: 120,
      summary: 'three marks',
      onopen: (key: string) => calls.push(`open ${key}`),
      onfilter: (key: string) => calls.push(`filter ${key}`),
      children: createRawSnippet(() => ({ render: () => '<g></g>' })),
    },
  });
  flushSync();
  const svg = target.querySelector('svg')!;
  const press = (key: string) =>
    flushSync(() => svg.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  const heard = () => target.querySelector('[aria-live]')!.textContent;
  return { target, svg, press, heard, calls };
}
afterEach(() => {
  if (made) void unmount(made);
  document.body.replaceChildren();
});

test('a plot is one stop for Tab; arrows, Home and End move; Enter opens, Space filters, Escape leaves', () => {
  const { svg, target, press, heard, calls } = show();
  expect(target.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(svg.getAttribute('aria-label')).toBe('three marks');
  press('ArrowRight');
  press('ArrowRight');
  expect(heard()).toBe('mark b. 4 of 9');
  press('End');
  press('Enter');
  press('Home');
  press(' ');
  expect(calls).toEqual(['open c', 'filter a']);
  press('Escape');
  expect(heard()).toBe('');
  expect(target.querySelector('.ring')).toBeNull();
});

test('a click filters by the mark under it; the end of a drag does not', () => {
  const { target, svg, calls } = show();
  const plot = target.querySelector('.plot')!;
  const { left, top } = svg.getBoundingClientRect();
  const at = (type: string, x: number, y: number) =>
    plot.dispatchEvent(
      new PointerEvent(type, { clientX: left + x, clientY: top + y, bubbles: true, pointerType: 'mouse' }),
    );
  at('pointerdown', 151, 60);
  at('pointerup', 152, 60);
  at('pointerdown', 50, 60);
  at('pointerup', 150, 60);
  expect(calls).toEqual(['filter b']);
});

test('a tap shows the tooltip, with buttons for what a click and Enter do', () => {
  const { target, svg, calls } = show();
  const plot = target.querySelector('.plot')!;
  const { left, top } = svg.getBoundingClientRect();
  for (const type of ['pointerdown', 'pointerup']) {
    flushSync(() =>
      plot.dispatchEvent(
        new PointerEvent(type, { clientX: left + 250, clientY: top + 60, bubbles: true, pointerType: 'touch' }),
      ),
    );
  }
  const button = [...target.querySelectorAll('button')].find((one) => one.textContent === 'Show the 4 customers');
  button?.click();
  expect(calls).toEqual(['open c']);
});

test('a plot without marks is an image and takes no focus', () => {
  const { svg } = show([]);
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.hasAttribute('tabindex')).toBe(false);
});
