import { element } from "./dom.js";
import * as drafts from "./drafts.js";
import { hue, label } from "./lab-names.js";
import { goodEditor } from "./good-editor.js";
import { PlainEditor } from "./plain-editor.js";
import { linesOf } from "./source.js";

/**
 * The program of a lab: its text with a cursor for each thread, or an editor. What was changed is
 * kept across visits under `draft`; null keeps nothing.
 */
export class LabCode {
  #place;
  #shown;
  #title;
  #draft;
  #typed;
  #editor = null;
  #original;
  #originalLines;
  #text;

  /** @param typed is called when the text changes in the editor */
  constructor(place, title, draft, typed) {
    this.#place = place;
    this.#shown = place.querySelector(".code code");
    this.#title = title;
    this.#draft = draft;
    this.#typed = typed;
    this.#original = linesOf(this.#shown).join("\n");
    this.#originalLines = [...this.#shown.children].map((line) => line.cloneNode(true));
    this.#text = this.#original;
    const kept = draft === null ? null : drafts.load(draft);
    if (kept !== null && kept !== this.#original) this.#show(kept);
  }

  /** The program as it is now, also while it is edited. */
  get text() {
    return this.#editor?.text ?? this.#text;
  }

  get edited() {
    return this.text !== this.#original;
  }

  get editing() {
    return this.#editor !== null;
  }

  /** Takes another program in place of the original; it is kept nowhere. */
  replace(text) {
    this.#draft = null;
    this.#original = text;
    this.#originalLines = null;
    this.#closeEditor();
    this.#show(text);
  }

  /** Opens the editor. */
  edit() {
    if (this.#editor) return this.#editor.focus();
    this.#shown.parentElement.hidden = true;
    const options = {
      text: this.#text,
      caret: 0,
      focus: true,
      label: `Program: ${this.#title}`,
      typed: () => this.#keep(),
    };
    this.#editor = new PlainEditor(this.#place, options);
    this.#upgrade(this.#editor, options);
  }

  /** Closes the editor; answers whether the program is another one now. */
  close() {
    if (!this.#editor) return false;
    const text = this.#editor.text;
    this.#closeEditor();
    if (text === this.#text) return false;
    this.#show(text);
    return true;
  }

  /** Brings the original back. */
  reset() {
    this.#closeEditor();
    this.#show(this.#original);
    this.#keep();
  }

  /**
   * Shows where the threads are.
   *
   * @param tasks by number, each with its `line`, if it has one, and its `state`
   * @param ran `{task, line}` of the last step, or null
   */
  mark(tasks, ran = null) {
    const lines = this.#lines;
    for (const line of lines) {
      line.querySelector(".cursors")?.remove();
      line.classList.remove("ran", "here", "wrong");
      line.style.removeProperty("--hue");
    }
    const cursors = new Map();
    for (const [number, { line, state }] of tasks) {
      if (state === "done" || !lines[line - 1]) continue;
      if (!cursors.has(line)) cursors.set(line, []);
      cursors.get(line).push({ number, state });
    }
    const most = Math.max(2, ...[...cursors.values()].map((there) => there.length));
    this.#shown.style.setProperty("--cursors", most);
    for (const [line, there] of cursors) this.#putCursors(lines[line - 1], there);
    if (!ran || !lines[ran.line - 1]) return;
    lines[ran.line - 1].classList.add("ran");
    lines[ran.line - 1].style.setProperty("--hue", `var(--task-${hue(ran.task)})`);
  }

  /** Marks the line that does not compile, from 1, if it is known. */
  markWrong(line) {
    this.mark(new Map());
    this.#lines[line - 1]?.classList.add("wrong");
  }

  #putCursors(line, there) {
    const cursors = element("span", "cursors");
    cursors.ariaHidden = "true";
    for (const { number, state } of there) {
      const waits = state === "ready" ? "" : " waits";
      cursors.append(element("b", `cursor t${hue(number)}${waits}`, label(number)));
    }
    line.prepend(cursors);
    line.classList.toggle(
      "here",
      there.some(({ state }) => state === "ready"),
    );
  }

  get #lines() {
    return [...this.#shown.querySelectorAll(".l")];
  }

  #closeEditor() {
    this.#editor?.remove();
    this.#editor = null;
    this.#shown.parentElement.hidden = false;
  }

  #keep() {
    if (this.#draft !== null) drafts.save(this.#draft, this.edited ? this.text : null);
    this.#typed();
  }

  #show(text) {
    this.#text = text;
    if (text === this.#original && this.#originalLines) {
      this.#shown.replaceChildren(...this.#originalLines.map((line) => line.cloneNode(true)));
      return;
    }
    this.#putLines([{ text, name: "" }]);
    import("./python-colours.js")
      .then(({ coloured }) => text === this.#text && this.#colour(coloured(text)))
      .catch((problem) => console.warn("The program stays without colours:", problem));
  }

  // The cursors that stand there stay.
  #colour(pieces) {
    const before = this.#lines;
    this.#putLines(pieces);
    this.#lines.forEach((line, index) => {
      const old = before[index];
      const cursors = old?.querySelector(".cursors");
      if (cursors) line.prepend(cursors);
      if (old) line.className = old.className;
      if (old?.style.length) line.style.setProperty("--hue", old.style.getPropertyValue("--hue"));
    });
  }

  #putLines(pieces) {
    const lines = [element("span", "l")];
    for (const { text, name } of pieces) {
      text.split("\n").forEach((part, index) => {
        if (index > 0) lines.push(element("span", "l"));
        if (part) lines.at(-1).append(name ? element("span", name, part) : part);
      });
    }
    // The end of the last line begins no other.
    if (lines.length > 1 && !lines.at(-1).hasChildNodes()) lines.pop();
    for (const line of lines) line.append("\n");
    this.#shown.replaceChildren(...lines);
  }

  async #upgrade(plain, options) {
    const editor = await goodEditor(this.#place, plain, options, () => this.#editor === plain);
    if (this.#editor === plain) this.#editor = editor;
  }
}
