/** The font of charts, in which their texts are measured. */
export const FONT_FAMILY = "'Source Sans 3 Variable', sans-serif";
/** Milliseconds to wait for the font at most. */
const PATIENCE_MILLISECONDS = 1_000;

let loaded: Promise<unknown> | null = null;

/** Resolves when the font is loaded, so that texts are measured in the font in which they are drawn. */
export function fontLoaded(): Promise<unknown> {
  loaded ??= Promise.race([
    // Where the font cannot be fetched, the next font of the stack is both measured and drawn.
    document.fonts.load(`400 13px ${FONT_FAMILY}`).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
  ]);
  return loaded;
}
