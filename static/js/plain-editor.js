// How long somebody who types must have rested, in milliseconds, to be taken as pausing.
const PAUSE_MS = 300;

/** A text area as tall as its text. Tab leaves it, as it leaves every field of a form. */
export class PlainEditor {
  #area = document.createElement("textarea");
  #held = null;
  #typed = -Infinity;

  /** @param options `{text, caret, focus, label, typed}` */
  constructor(place, { text, caret, focus, label, typed }) {
    const area = this.#area;
    area.value = text;
    area.setAttribute("aria-label", label);
    area.spellcheck = false;
    area.autocapitalize = "off";
    area.wrap = "off";
    area.addEventListener("keydown", () => (this.#typed = performance.now()));
    area.addEventListener("input", () => {
      this.#typed = performance.now();
      this.#fit();
      typed();
    });
    area.addEventListener("compositionstart", () => this.#hold());
    area.addEventListener("compositionend", () => this.#release());
    area.addEventListener("pointerdown", () => this.#press());
    place.append(area);
    this.#fit();
    area.setSelectionRange(caret, caret);
    if (focus) area.focus({ preventScroll: true });
  }

  get text() {
    return this.#area.value;
  }

  /** What another editor needs to go on from here: `{text, anchor, head, left, focus}`. */
  get state() {
    const { value: text, selectionStart, selectionEnd, selectionDirection, scrollLeft: left } = this.#area;
    const ends = [selectionStart, selectionEnd];
    const [anchor, head] = selectionDirection === "backward" ? ends.reverse() : ends;
    return { text, anchor, head, left, focus: document.activeElement === this.#area };
  }

  /**
   * Waits for a moment in which the field may go. Until its end a composition would lose its place,
   * and so would a selection by the pointer; and who types is not stopped in the middle of a word.
   */
  async idle() {
    for (;;) {
      const left = this.#typed + PAUSE_MS - performance.now();
      if (this.#held) await this.#held.promise;
      else if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
      else return;
    }
  }

  focus() {
    this.#area.focus();
  }

  selectAll() {
    this.#area.select();
  }

  /** A text area cannot mark a line. */
  mark() {}

  remove() {
    this.#area.remove();
  }

  // The pointer may be let go anywhere.
  #press() {
    this.#hold();
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => this.#release(), { once: true });
  }

  #hold() {
    this.#held ??= Promise.withResolvers();
  }

  #release() {
    this.#typed = performance.now();
    this.#held?.resolve();
    this.#held = null;
  }

  #fit() {
    this.#area.rows = this.text.split("\n").length;
  }
}
