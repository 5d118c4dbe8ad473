import { element } from "./dom.js";
import { Timeline } from "./timeline.js";

/**
 * The lanes of a demo, between its program and its output, and what ties the three together: what is
 * marked in one of them is marked in all.
 */
export class Picture {
  #demo;
  #program;
  #term;
  #place = element("section", "lanes");
  #output = null;
  #lanes = null;
  #timeline = null;
  #ran = "";
  #row = null;
  #range = 0;

  /** @param demo the element of the demo */
  constructor(demo, program) {
    this.#demo = demo;
    this.#program = program;
    this.#term = demo.querySelector(".term");
    this.#place.ariaLabel = `Lanes: ${demo.dataset.title}`;
    this.#place.hidden = true;
    demo.querySelector(".program").after(this.#place);
    for (const name of ["pointerover", "focusin"]) {
      this.#term.addEventListener(name, (event) => this.#point(event.target));
    }
    for (const name of ["pointerleave", "focusout"]) this.#term.addEventListener(name, () => this.#point(null));
    this.#term.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Fixes the time that is shown to so many milliseconds, for comparisons; 0 fits the run. */
  setRange(ms) {
    this.#range = ms;
    this.#lanes?.setRange(ms);
  }

  /** The {@link Timeline} of its latest run, or null. */
  get timeline() {
    return this.#timeline;
  }

  /** Another run begins, with these {@link Tasks} and this {@link OutputView}. */
  begin(tasks, output) {
    this.#mark(null);
    this.#output = output;
    this.#ran = this.#program.text;
    this.#timeline = new Timeline(tasks);
    // The output below would jump up and come down again with every new run.
    this.#place.style.minBlockSize = `${this.#place.offsetHeight}px`;
    this.#lanes?.show(this.#timeline);
  }

  /** Takes an event of the run, after the output has. */
  hear(name, data) {
    this.#timeline.hear(name, data);
    if (name === "started") this.#show().catch((problem) => console.warn("No lanes:", problem));
    this.#lanes?.changed();
  }

  /** The run is over, and may have been lost. */
  over() {
    if (this.#timeline.running) this.#timeline.finish(0);
    this.#place.style.minBlockSize = "";
    this.#place.hidden = !this.#timeline.began;
    this.#lanes?.changed();
  }

  // Those who only read do not load it.
  async #show() {
    this.#place.hidden = false;
    if (this.#lanes) return;
    const { Lanes } = await import("./lanes.js");
    this.#lanes ??= new Lanes(this.#place, this.#timeline, {
      mark: (output) => this.#mark(output, true),
      seek: (t) => this.#output.until(t ?? Infinity),
      go: (output) => this.#output.row(output.index)?.focus(),
      quiet: () => this.#demo.closest("[data-comparing]") !== null,
    });
    this.#lanes.setRange(this.#range);
  }

  #point(target) {
    const row = target?.closest(".row");
    const index = row ? this.#output.writeOf(row) : undefined;
    const output = this.#timeline?.outputs[index] ?? null;
    this.#lanes?.mark(output);
    this.#mark(output);
  }

  #mark(output, scroll = false) {
    const row = output ? this.#output.row(output.index) : null;
    this.#row?.classList.remove("hit");
    row?.classList.add("hit");
    this.#row = row;
    if (scroll && row) reveal(this.#term, row);
    // An edited program has other lines than the one that ran.
    const line = this.#program.text === this.#ran ? output?.line : undefined;
    this.#program.mark(line ?? null, output?.lane.task.hue);
  }

  #key(event) {
    const row = event.target.closest(".row");
    const step = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
    if (!row || !step) return;
    const next = row[step];
    event.preventDefault();
    if (next?.matches(".row:not([hidden])")) next.focus();
  }
}

/** Scrolls the output alone; the page stays where it is. */
function reveal(term, row) {
  const box = term.getBoundingClientRect();
  const own = row.getBoundingClientRect();
  if (own.top < box.top) term.scrollTop -= box.top - own.top + 8;
  else if (own.bottom > box.bottom) term.scrollTop += own.bottom - box.bottom + 8;
}
