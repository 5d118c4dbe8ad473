import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { highlighting, look } from "./code-look.js";

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

  remove() {
    this.#view.destroy();
  }
}
