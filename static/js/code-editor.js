import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { highlighting, look } from "./code-look.js";

const marking = StateEffect.define();
const hit = Decoration.line({ class: "hit" });
const marks = StateField.define({
  create: () => Decoration.none,
  update(marked, { effects, changes, newDoc }) {
    const effect = effects.findLast((other) => other.is(marking));
    if (!effect) return marked.map(changes);
    const there = effect.value >= 1 && effect.value <= newDoc.lines;
    return there ? Decoration.set(hit.range(newDoc.line(effect.value).from)) : Decoration.none;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// When the page scrolls, this version of CodeMirror takes a letter that was just typed without the
// caret behind it, and the next ones come before it (mended in its view 6.43.15). Where any listener
// is called before its own, the browser first tells it of both.
addEventListener("scroll", () => {}, { capture: true, passive: true });

/** CodeMirror. Tab leaves it: no key is bound that would keep the keyboard in. */
export class CodeEditor {
  #view;

  /** @param options `{text, caret, head, focus, label, typed}` */
  constructor(place, { text, caret, head, focus, label, typed }) {
    const nonce = document.querySelector("script[nonce]")?.nonce;
    this.#view = new EditorView({
      parent: place,
      state: EditorState.create({
        doc: text,
        selection: { anchor: caret, head },
        extensions: [
          nonce ? EditorView.cspNonce.of(nonce) : [],
          lineNumbers(),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          indentUnit.of("    "),
          EditorState.tabSize.of(4),
          indentOnInput(),
          bracketMatching(),
          python(),
          syntaxHighlighting(highlighting),
          look,
          marks,
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorView.updateListener.of((update) => update.docChanged && typed()),
        ],
      }),
    });
    if (focus) this.#view.focus();
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  focus() {
    this.#view.focus();
  }

  selectAll() {
    this.#view.focus();
    this.#view.dispatch({ selection: { anchor: 0, head: this.#view.state.doc.length } });
  }

  /** Marks a line, from 1; none for null. */
  mark(line) {
    this.#view.dispatch({ effects: marking.of(line) });
  }

  remove() {
    this.#view.destroy();
  }
}
