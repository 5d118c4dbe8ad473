/** A text area as tall as its text. Tab leaves it, as it leaves every field of a form. */
export class PlainEditor {
  #area = document.createElement("textarea");
  #composing = null;

  /** @param options `{text, caret, focus, label, typed}` */
  constructor(place, { text, caret, focus, label, typed }) {
    const area = this.#area;
    area.value = text;
    area.setAttribute("aria-label", label);
    area.spellcheck = false;
    area.autocapitalize = "off";
    area.wrap = "off";
    area.addEventListener("input", () => {
      this.#fit();
      typed();
    });
    area.addEventListener("compositionstart", () => (this.#composing = Promise.withResolvers()));
    area.addEventListener("compositionend", () => {
      this.#composing?.resolve();
      this.#composing = null;
    });
    place.append(area);
    this.#fit();
    area.setSelectionRange(caret, caret);
    if (focus) area.focus({ preventScroll: true });
  }

  get text() {
    return this.#area.value;
  }

  /** Where the selection begins. */
  get caret() {
    return this.#area.selectionStart;
  }

  /** Where the selection ends. */
  get head() {
    return this.#area.selectionEnd;
  }

  get focused() {
    return document.activeElement === this.#area;
  }

  /** Waits for the end of a composition: an input method loses its place when the field goes. */
  async idle() {
    await this.#composing?.promise;
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

  #fit() {
    this.#area.rows = this.text.split("\n").length;
  }
}
