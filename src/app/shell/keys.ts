/** Whether an element takes text, so that keys are not shortcuts there. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], .cm-editor') !== null;

/** The shortcuts, for the list that `?` opens. */
export const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Tab', does: 'to the next control; a chart is one stop' },
  { keys: '\u2190 \u2191 \u2192 \u2193', does: 'in a chart: to the next mark that way' },
  { keys: 'Home, End', does: 'to the first and the last mark' },
  { keys: 'Enter', does: 'opens the customers behind a mark' },
  { keys: 'Space', does: 'filters the page by a mark' },
  { keys: 'Escape', does: 'leaves a chart, or lifts its filter' },
  { keys: '/', does: 'to the filter sentence' },
  { keys: '?', does: 'this list' },
];
