import { middleOf } from "./comparison-rows.js";
import { ComparisonTable } from "./comparison-table.js";
import { verdict } from "./verdict.js";

/** What a comparison found: one sentence, a table, and the lanes of each row. */
export class ComparisonResult {
  #place;
  #table = null;
  #lanes = null;
  #mark = "";
  #runs = [];

  /** @param place the element with the class `versus` */
  constructor(place) {
    this.#place = place;
  }

  /**
   * Another comparison begins.
   *
   * @param mark says of recorded runs that they are; empty for runs of now
   */
  begin(rows, caption, mark = "") {
    this.#mark = mark;
    this.#runs = [];
    this.#say(".mark", mark);
    this.#say(".verdict", "");
    this.#part(".aligned").hidden = true;
    this.#part(".measured").hidden = false;
    this.#table = new ComparisonTable(this.#part(".measured"), caption);
    this.show(rows);
  }

  /** Shows what there is so far. */
  show(rows) {
    this.#table.show(rows);
  }

  /** There is nothing more to come; answers `{mark, sentence}`, each empty if there is none. */
  conclude(rows) {
    const complete = rows.every(({ runs }) => runs.length && runs.every(({ reason }) => reason === "exited"));
    const times = ({ name, runs }) => ({ name, times: runs.map(({ wallMs }) => wallMs) });
    const sentence = complete ? verdict(rows.map(times), Boolean(this.#mark)) : "";
    this.#say(".verdict", sentence);
    this.#runs = rows.filter(({ runs }) => runs.length > 0).map(laneOf);
    if (this.#runs.length) this.#draw().catch((problem) => console.warn("No lanes:", problem));
    return { mark: this.#mark, sentence };
  }

  // Those who only read do not load it; and to draw while programs run would take of their cores.
  async #draw() {
    const runs = this.#runs;
    const { AlignedLanes } = await import("./aligned-lanes.js");
    if (runs !== this.#runs) return;
    this.#part(".aligned").hidden = false;
    this.#lanes ??= new AlignedLanes(this.#part(".aligned"));
    this.#lanes.show(runs);
  }

  #say(selector, words) {
    this.#part(selector).textContent = words;
    this.#part(selector).hidden = !words;
  }

  #part(selector) {
    return this.#place.querySelector(selector);
  }
}

function laneOf({ title, note, mark, runs }) {
  const which = runs.length > 1 ? `the median of ${runs.length} runs` : "";
  return { title, note: [note, which].filter(Boolean).join(", "), mark, timeline: middleOf(runs).timeline };
}
