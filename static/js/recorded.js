import { element } from "./dom.js";
import { eventsOf, markOf, originOf } from "./recordings.js";

/**
 * The recorded runs of a demo. The page holds them as text; this makes one button of them, which
 * shows a recorded run as if it ran now, and marks it as recorded.
 */
export class Recorded {
  #demo;
  #edited;
  #place;
  #runs;
  #words = element("p", "words");
  #button = element("button", "btn");
  #about = element("small", "");

  /**
   * @param demo the `demo-runner`, which has a place for it
   * @param edited whether its program is another than the one that was recorded
   */
  constructor(demo, edited) {
    this.#demo = demo;
    this.#edited = edited;
    this.#place = demo.querySelector(".recorded");
    this.#runs = [...this.#place.querySelectorAll("details")].map(({ dataset }) => ({ ...dataset }));
    this.#button.type = "button";
    this.#button.dataset.do = "recorded";
    this.#words.hidden = true;
    this.#place.replaceChildren(this.#words, this.#button, this.#about);
    demo.querySelector("select.runtime")?.addEventListener("change", () => this.update());
  }

  /** All of them: `[{runtime, python, date}]`. */
  get runs() {
    return this.#runs;
  }

  /** Whether the Python that is chosen is not installed, so that a recorded run is all there is. */
  get only() {
    return this.#choice?.dataset.recorded === "missing";
  }

  /** To be called when the demo's state, or its program, may have changed. */
  update() {
    const { dataset, ariaBusy } = this.#demo;
    const idle = ["idle", "refused", "lost"].includes(dataset.state);
    const shown = !this.#demo.querySelector(".mark").hidden;
    this.#place.hidden = ariaBusy === "true" || !(idle || shown || this.only);
    this.#button.textContent = this.#edited() ? "Show a recorded run of the original" : "Show a recorded run";
    this.#about.textContent = originOf([this.#run]);
    this.#button.classList.toggle("plain", dataset.state === "idle" && !this.#choice?.dataset.recorded);
    this.#say(this.only ? `Python ${this.#choice.value ?? dataset.runtime} is not installed here.` : "");
    const run = this.#demo.querySelector('[data-do="run"]');
    run.disabled = this.#choice ? this.#choice.dataset.recorded === "unavailable" : run.disabled;
    run.textContent = this.only ? "Show" : "Run";
  }

  /** Offers a recorded run while a real one is not to be had; answers the words. */
  offer() {
    this.#place.hidden = false;
    return this.#say("Meanwhile you can look at a run that was recorded.");
  }

  /** Fetches the recorded run and shows it. */
  async show() {
    const run = this.#run;
    const events = await eventsOf(this.#demo.dataset.demo, run.runtime);
    if (!events) return this.#say("The recorded run cannot be had right now; please try again.");
    this.#demo.play(events, markOf([run], this.#edited() ? 1 : 0));
    this.#demo.querySelector(".out").scrollIntoView({ block: "nearest" });
  }

  get #choice() {
    return this.#demo.querySelector("select.runtime")?.selectedOptions[0] ?? this.#demo.querySelector(".runtime");
  }

  // The one on the Python that is chosen, or else on another.
  get #run() {
    const chosen = this.#choice?.value ?? this.#demo.dataset.runtime;
    return this.#runs.find(({ runtime }) => runtime === chosen) ?? this.#runs[0];
  }

  #say(words) {
    this.#words.textContent = words;
    this.#words.hidden = !words;
    return words;
  }
}
