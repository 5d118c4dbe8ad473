import { LabOutcomes } from "./lab-outcomes.js";
import { ExplorationStream } from "./lab-stream.js";
import { showVerdict } from "./lab-verdict.js";
import { number } from "./outcome-words.js";

/**
 * The part of a lab that tries every order: options, how far it is, and what came of it. What it is
 * told is told to `hear`: `said(words)`, `busy(whether)`, `ended(end)`, `refused(problem)`.
 */
export class LabExplorer {
  #place;
  #hear;
  #outcomes;
  #stream = null;
  #limit = null;

  /** @param tasks gives what is known of the program's tasks */
  constructor(place, hear, tasks) {
    this.#place = place;
    this.#hear = hear;
    this.#outcomes = new LabOutcomes(place.querySelector(".found"), place.querySelector(".races"), tasks);
    const limit = place.querySelector("[name=preemptions]");
    limit.addEventListener("change", () => this.#offerReduction());
    this.#offerReduction();
  }

  get busy() {
    return this.#stream !== null;
  }

  /** @param program `{code, runtime, granularity}` */
  start(program) {
    if (this.#stream) return;
    this.#outcomes.clear();
    const { value } = this.#place.querySelector("[name=preemptions]");
    this.#limit = value === "" ? null : Number(value);
    const reduction = this.#limit === null && this.#place.querySelector("[name=reduction]").checked;
    this.#state("exploring", "Starting");
    this.#hear.busy(true);
    this.#hear.said("Trying every order.");
    this.#stream = new ExplorationStream(
      { ...program, reduction, preemptions: this.#limit, maxSchedules: 20_000 },
      {
        event: (name, data) => this.#event(name, data),
        waiting: (seconds, why) => this.#state("exploring", `${why} Trying again in ${seconds} s.`),
        reconnecting: () => this.#state("exploring", "Connection lost: reconnecting"),
        over: (problem) => this.#over(problem),
      },
    );
  }

  stop() {
    if (!this.#stream) return;
    this.#state("exploring", "Stopping");
    this.#stream.stop();
  }

  /** Forgets what was found: the program is another one. */
  clear(words) {
    if (this.#stream) {
      this.#stream.forget();
      this.#stream = null;
      this.#hear.busy(false);
    }
    this.#outcomes.clear();
    this.#state("idle", words);
  }

  #event(name, data) {
    switch (name) {
      case "queued":
        return this.#state("exploring", `Waiting for its turn, at place ${data.position}`);
      case "progress":
        return this.#state(
          "exploring",
          `${number(data.schedules)} orders tried, ${number(data.perSecond)} per second`,
        );
      case "outcome":
        return this.#outcomes.found(data);
      case "refused":
        this.#finish({ state: "refused", words: "The program does not compile." });
        return this.#hear.refused({ words: data.detail, field: data.field, line: data.line });
      case "end": {
        const { title, words } = data.verdict;
        this.#outcomes.ended(data, this.#limit);
        this.#finish(data.verdict);
        const found = data.outcomes.length;
        this.#hear.said(`${title}. ${found} ${found === 1 ? "outcome" : "outcomes"} found. ${words}`);
        return this.#hear.ended(data);
      }
    }
  }

  #over(problem) {
    this.#finish(problem ? { state: "refused", words: problem.message } : { state: "none", words: "Stopped by you." });
    if (problem?.field) this.#hear.refused({ words: problem.message, field: problem.field, line: problem.line });
    else this.#hear.said(problem ? problem.message : "Stopped.");
  }

  #finish(verdict) {
    this.#stream = null;
    this.#show(verdict);
    this.#hear.busy(false);
  }

  #state(state, words) {
    this.#show({ state, words });
  }

  #show(verdict) {
    showVerdict(this.#place, verdict);
    this.#place.querySelector(".honest").hidden = !verdict.title;
  }

  // A limit on switches and a reduction do not go together; the server would leave the reduction.
  #offerReduction() {
    const limited = this.#place.querySelector("[name=preemptions]").value !== "";
    this.#place.querySelector("[name=reduction]").disabled = limited;
  }
}
