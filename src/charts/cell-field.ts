/** Cells of a square matrix by their step in a ramp, row by row; -1 is no colour. */
export interface Field {
  readonly size: number;
  readonly steps: Int8Array;
  readonly ramp: 'seq' | 'div';
}

const RAMP_STEPS = 7;

/** The field as an image of one pixel per cell, as a data URL, in the colours that apply to an element. */
export function fieldPicture(field: Field, at: Element): string {
  return painted(field, at)?.toDataURL() ?? '';
}

/** The same, encoded asynchronously: a million cells take a tenth of a second. */
export async function fieldPictureLater(field: Field, at: Element): Promise<string> {
  const canvas = painted(field, at);
  const blob = canvas && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve)));
  if (!blob) return '';
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsDataURL(blob);
  });
}

/** The seven colours of a ramp that apply to an element, as pixels. */
export function fieldColours(ramp: Field['ramp'], at: Element): Uint32Array {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return new Uint32Array(RAMP_STEPS);
  return Uint32Array.from({ length: RAMP_STEPS }, (_, step) => pixelOf(context, colourAt(`--${ramp}-${step}`, at)));
}

function painted({ size, steps, ramp }: Field, at: Element): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context || size === 0) return null;
  const colours = fieldColours(ramp, at);
  const image = context.createImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < steps.length; cell++) if (steps[cell] >= 0) pixels[cell] = colours[steps[cell]];
  context.putImageData(image, 0, 0);
  return canvas;
}

/** The computed colour of a custom property, whose text may be `light-dark(...)`. Print is always light. */
function colourAt(property: string, at: Element): string {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  probe.style.color = `var(${property})`;
  if (document.documentElement.classList.contains('printing')) probe.style.colorScheme = 'light';
  at.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A colour as a 32-bit pixel in the machine's byte order, read from the canvas. */
function pixelOf(context: CanvasRenderingContext2D, colour: string): number {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [pixel] = new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer);
  context.clearRect(0, 0, 1, 1);
  return pixel;
}

/** Calls back when colours may have changed: with the theme of the system or of the page, and for print. Gives the function that stops it. */
export function watchColours(onchange: () => void): () => void {
  const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', onchange);
  const observer = new MutationObserver(onchange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme'] });
  return () => {
    for (const one of media) one.removeEventListener('change', onchange);
    observer.disconnect();
  };
}
