import * as drafts from "./drafts.js";
import { goodEditor } from "./good-editor.js";
import { caretAt, linesOf } from "./source.js";
import { PlainEditor } from "./plain-editor.js";

/**
 * The program of a demo: highlighted text until somebody wants to change it, then an editor. What
 * was changed is kept across visits. `changed` is called whenever `edited` or `undoable` may have
 * changed.
 */
export class Program {
  #place;
  #shown;
  #demo;
  #title;
  #changed;
  #editor = null;
  #original;
  #undo = null;

  constructor(place, demo, title, changed) {
    this.#place = place;
    this.#shown = place.querySelector(".code");
    this.#demo = demo;
    this.#title = title;
    this.#changed = changed;
    this.#original = linesOf(this.#shown).join("\n");
    this.#shown.addEventListener("click", (event) => this.#click(event));
    const draft = drafts.load(demo);
    if (draft !== null && draft !== this.#original) this.#open(draft, 0, false);
  }

  get text() {
    return this.#editor ? this.#editor.text : this.#original;
  }

  get edited() {
    return this.text !== this.#original;
  }

  get editing() {
    return this.#editor !== null;
  }

  /** Whether {@link undoReset} would bring something back. */
  get undoable() {
    return this.#undo !== null;
  }

  /** Opens the editor, or goes to it. */
  edit() {
    if (this.#editor) this.#editor.focus();
    else this.#open(this.#original, 0, true);
  }

  /** Brings the original back; what was there can be had again with {@link undoReset}. */
  reset() {
    this.#undo = this.edited ? this.text : null;
    this.#editor?.remove();
    this.#editor = null;
    this.#shown.hidden = false;
    drafts.save(this.#demo, null);
    this.#changed();
  }

  undoReset() {
    const text = this.#undo;
    drafts.save(this.#demo, text);
    this.#editor?.remove();
    this.#open(text, 0, false);
  }

  /** Marks a line, from 1, in the colour of a task; none for null. */
  mark(line, hue) {
    this.#place.style.setProperty("--hit", `var(--task-${hue ?? 0})`);
    this.#shown.querySelector(".hit")?.classList.remove("hit");
    this.#shown.querySelectorAll(".l")[line - 1]?.classList.add("hit");
    this.#editor?.mark(line);
  }

  /** Selects the whole program, so that a key copies it. */
  select() {
    if (this.#editor) this.#editor.selectAll();
    else getSelection().selectAllChildren(this.#shown);
  }

  #click(event) {
    // A finger that scrolls should not call up the keyboard, nor one that marks text the editor.
    if (!matchMedia("(pointer: fine)").matches || !getSelection().isCollapsed) return;
    this.#open(this.#original, caretAt(this.#shown, event.clientX, event.clientY), true);
  }

  #open(text, caret, focus) {
    this.#undo = null;
    this.#shown.hidden = true;
    const options = { text, caret, focus, label: `Program: ${this.#title}`, typed: () => this.#typed() };
    this.#editor = new PlainEditor(this.#place, options);
    this.#changed();
    this.#upgrade(this.#editor, options);
  }

  async #upgrade(plain, options) {
    const editor = await goodEditor(this.#place, plain, options, () => this.#editor === plain);
    if (this.#editor === plain) this.#editor = editor;
  }

  #typed() {
    this.#undo = null;
    drafts.save(this.#demo, this.edited ? this.text : null);
    this.#changed();
  }
}
