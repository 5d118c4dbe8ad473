import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
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

  /**
   * Goes on from where another editor has come to; its changes can be undone, all in one step.
   *
   * @param options `{text, caret, label, typed}`: what the other began with
   * @param now `{text, anchor, head, left, focus}`: what has become of it
   */
  constructor(place, { text, caret, label, typed }, now) {
    const nonce = document.querySelector("script[nonce]")?.nonce;
    const begun = EditorState.create({
      doc: text,
      selection: { anchor: caret },
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
    });
    const { state } = begun.update({
      changes: difference(text, now.text),
      selection: { anchor: now.anchor, head: now.head },
      annotations: isolateHistory.of("full"),
    });
    this.#view = new EditorView({ parent: place, state });
    this.#view.scrollDOM.scrollLeft = now.left;
    if (now.focus) this.#view.focus();
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

/** The one change that makes another text of a text, no longer than it must be. */
function difference(before, after) {
  const least = Math.min(before.length, after.length);
  let same = 0;
  while (same < least && before[same] === after[same]) same++;
  let end = 0;
  while (end < least - same && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: same, to: before.length - end, insert: after.slice(same, after.length - end) };
}
