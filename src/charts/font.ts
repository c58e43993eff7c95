/** In what charts are drawn, and their words measured. */
export const FONT_FAMILY = "'Source Sans 3 Variable', sans-serif";
/** A font that does not come holds nothing up for longer. */
const PATIENCE_MILLISECONDS = 1_000;

let loaded: Promise<unknown> | null = null;

/** When words can be measured as they will be drawn: before that labels would be placed, and cut, for another font. */
export function fontLoaded(): Promise<unknown> {
  loaded ??= Promise.race([
    // It fails where the font cannot be fetched; then the next of the stack is drawn and measured.
    document.fonts.load(`400 13px ${FONT_FAMILY}`).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
  ]);
  return loaded;
}
