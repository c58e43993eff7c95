import { autocompletion, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql, SQLite } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Schema {
  readonly [table: string]: readonly string[];
}
export interface EditorHost {
  readonly text: string;
  readonly label: string;
  readonly onchange: (text: string) => void;
  readonly onrun: () => void;
}

/** Highlights by weight and tone only: hues stand for the stages. */
const highlight = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '600' },
  { tag: tags.comment, color: 'var(--muted)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--ink-2)' },
]);

const theme = EditorView.theme({
  '&': {
    font: 'var(--text-1) / 1.25rem var(--font-mono)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--mark-muted)',
    borderRadius: 'var(--radius-2)',
  },
  '&.cm-focused': { outline: 'var(--ring)', outlineOffset: 'var(--ring-offset)' },
  '.cm-scroller': {
    fontFamily: 'inherit',
    lineHeight: 'inherit',
    minHeight: '10rem',
    maxHeight: '26rem',
    overflow: 'auto',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { background: 'var(--surface)', color: 'var(--muted)', border: '0', paddingRight: '4px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--brush)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--sunk)', outline: '1px solid var(--mark-muted)' },
  '.cm-failed': { background: 'var(--bad-tint)' },
  '.cm-tooltip': {
    background: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--ink-2)',
    borderRadius: 'var(--radius-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--ink)', color: 'var(--ground)' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
});

/**
 * Replaces the selection by text. Chromium's own replacement keeps the former look in a style attribute, which the security
 * policy refuses and reports.
 */
const replaceSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.state.selection.main.empty)
      return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** Keeps keys such as `/` and `?`, which are shortcuts on the rest of the page, to the field. */
const keepKeys = EditorView.domEventHandlers({ keydown: (event) => event.stopPropagation() });

const failLine = StateEffect.define<number | null>();
const failedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    let next = transaction.docChanged ? Decoration.none : lines;
    for (const effect of transaction.effects) {
      if (!effect.is(failLine)) continue;
      const { doc } = transaction.state;
      const line = effect.value;
      next =
        line === null || line > doc.lines
          ? Decoration.none
          : Decoration.set([Decoration.line({ class: 'cm-failed' }).range(doc.line(line).from)]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The text field of the console. It lives in a shadow root, where the security policy lets CodeMirror add its styles. */
export class SqlEditor {
  readonly #view: EditorView;
  readonly #language = new Compartment();

  constructor(host: HTMLElement, { text, label, onchange, onrun }: EditorHost) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const run = (view: EditorView) => {
      // Closes the completion list, which would cover the buttons below while the statement runs.
      closeCompletion(view);
      onrun();
      return true;
    };
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          keymap.of([{ key: 'Mod-Enter', run }, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          autocompletion({ icons: false }),
          syntaxHighlighting(highlight),
          this.#language.of(language({})),
          failedLine,
          replaceSelection,
          keepKeys,
          theme,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onchange(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  /** Replaces the text as one step that can be undone. */
  show(text: string): void {
    const { doc } = this.#view.state;
    if (doc.toString() !== text) this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }
  complete(schema: Schema): void {
    this.#view.dispatch({ effects: this.#language.reconfigure(language(schema)) });
  }
  fail(line: number | null): void {
    this.#view.dispatch({ effects: failLine.of(line) });
  }
  goTo(line: number): void {
    const { doc } = this.#view.state;
    this.#view.dispatch({ selection: { anchor: doc.line(Math.min(line, doc.lines)).from }, scrollIntoView: true });
    this.#view.focus();
  }
  destroy(): void {
    this.#view.destroy();
  }
}

const language = (schema: Schema) =>
  sql({ dialect: SQLite, schema: schema as Record<string, string[]>, upperCaseKeywords: true });
