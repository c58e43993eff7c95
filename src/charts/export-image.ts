import { textWidth } from './labels';

export interface Picture {
  readonly title: string;
  /** Under the title: the finding. */
  readonly subtitle: string;
  /** Under the chart: source and filter. */
  readonly source: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const FONT = "'Source Sans 3', 'Source Sans 3 Variable', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const PADDING = 24;
/** Style properties that come from style sheets, which the exported file does not have. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'display',
] as const;

/** The chart as an SVG file: computed styles instead of custom properties, the font by name, with title and source. */
export function exportSvg(chart: SVGSVGElement, picture: Picture): Blob {
  return new Blob([standalone(chart, picture).text], { type: 'image/svg+xml;charset=utf-8' });
}

/** The chart as a PNG file of twice the size on screen, on the page's background. */
export async function exportPng(chart: SVGSVGElement, picture: Picture, fontUrl?: string): Promise<Blob> {
  const { text, width, height } = standalone(chart, picture, fontUrl ? await embeddedFont(fontUrl) : '');
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to draw.'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function standalone(
  chart: SVGSVGElement,
  picture: Picture,
  fontFace = '',
): { text: string; width: number; height: number } {
  const root = getComputedStyle(document.documentElement);
  const colour = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property);
  const width = chart.width.baseVal.value + 2 * PADDING;
  const inner = width - 2 * PADDING;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  inlineStyles(chart, copy);
  copy.querySelectorAll('.ring, .pointed').forEach((mark) => mark.remove());

  const out = document.createElementNS(SVG, 'svg');
  const words: [string, number, number, string][] = [
    ...wrap(picture.title, inner, 20, true).map((line): [string, number, number, string] => [
      line,
      20,
      600,
      colour(document.body, 'color'),
    ]),
    ...wrap(picture.subtitle, inner, 15).map((line): [string, number, number, string] => [
      line,
      15,
      400,
      colour(document.body, 'color'),
    ]),
  ];
  let y = PADDING;
  const put = ([line, size, weight, fill]: [string, number, number, string]) => {
    y += Math.round(size * 1.35);
    const text = document.createElementNS(SVG, 'text');
    for (const [name, value] of Object.entries({
      x: PADDING,
      y,
      'font-size': `${size}px`,
      'font-weight': weight,
      fill,
    }))
      text.setAttribute(name, String(value));
    text.textContent = line;
    out.append(text);
  };
  words.forEach(put);
  y += 16;
  copy.setAttribute('x', String(PADDING));
  copy.setAttribute('y', String(y));
  copy.setAttribute('overflow', 'visible');
  for (const name of ['role', 'tabindex', 'aria-roledescription', 'class']) copy.removeAttribute(name);
  out.append(copy);
  y += chart.height.baseVal.value + 8;
  wrap(picture.source, inner, 13).forEach((line) =>
    put([line, 13, 400, colour(document.querySelector('.quiet') ?? document.body, 'color')]),
  );
  const height = y + PADDING;
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: root.backgroundColor }))
    ground.setAttribute(name, String(value));
  out.prepend(ground);
  for (const [name, value] of Object.entries({
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
  }))
    out.setAttribute(name, String(value));
  out.style.fontVariantNumeric = 'tabular-nums lining-nums';
  if (fontFace) {
    const style = document.createElementNS(SVG, 'style');
    style.textContent = fontFace;
    out.prepend(style);
  }
  return { text: new XMLSerializer().serializeToString(out), width, height };
}

function inlineStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  to.removeAttribute('style');
  for (const name of STYLES) {
    const value = computed.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  if (from.classList.contains('ring') || from.classList.contains('pointed')) to.setAttribute('class', 'ring');
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i], to.children[i]);
}

function wrap(words: string, width: number, size: number, strong = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, { size, strong }) > width) [lines[lines.length], line] = [line, word];
    else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Embeds the font: an SVG that is drawn as an image may load nothing. */
async function embeddedFont(url: string): Promise<string> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `@font-face{font-family:'Source Sans 3';src:url(data:font/woff2;base64,${btoa(text)}) format('woff2');font-weight:200 900}`;
}
