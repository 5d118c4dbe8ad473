import { copy } from "./clipboard.js";
import { KeptRun } from "./kept-run.js";
import { OutputView } from "./output-view.js";
import { Picture } from "./picture.js";
import { Program } from "./program.js";
import { Recorded } from "./recorded.js";
import { Run } from "./run-stream.js";
import { ended, queued } from "./states.js";
import { Summary } from "./summary.js";
import { Tasks } from "./tasks.js";

/**
 * Makes the program of a page run: `<demo-runner data-demo="…" data-state="…">`. Its state is one of
 * `idle`, `queued`, `running`, `refused` and the reasons of the `end` event.
 */
class DemoRunner extends HTMLElement {
  #program;
  #run = null;
  #tasks;
  #output;
  #picture;
  #summary;
  #kept;
  #limits;
  #recorded = null;
  #words = "";
  #quiet = null;

  connectedCallback() {
    if (this.#program) return;
    this.#limits = limitsOf(this.dataset);
    this.#summary = new Summary(this.querySelector(".sum"));
    this.#kept = new KeptRun(this.querySelector(".keep"));
    this.#program = new Program(this.querySelector(".program"), this.#draft, this.dataset.title, () =>
      this.#mark(),
    );
    this.#picture = new Picture(this, this.#program);
    if (this.querySelector(".recorded")) this.#recorded = new Recorded(this, () => this.#program.edited);
    this.#mark();
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    addEventListener("pagehide", () => this.#run?.stop());
    this.querySelector(".tools").hidden = false;
  }

  #click(event) {
    const button = event.target.closest("[data-do]");
    switch (button?.dataset.do) {
      case "run":
        return this.start();
      case "stop":
        return this.stop();
      case "edit":
        return this.#program.edit();
      case "reset":
        return this.#reset();
      case "copy":
        return this.#copy(button, this.#program.text);
      case "copy-output":
        return this.#copy(button, this.#output.text());
      case "recorded":
        this.#run?.stop();
        return this.#recorded.show();
    }
  }

  // Before the editor sees them, which has its own use for these keys.
  #key(event) {
    if (event.key === "Escape" && !event.isComposing) return this.#leave(event);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.start();
  }

  #leave(event) {
    if (event.target.closest(".program")) this.#button(this.#run ? "stop" : "run").focus();
  }

  /** The {@link Picture} of its latest run. */
  get lanes() {
    return this.#picture;
  }

  /** Its recorded runs: `[{runtime, python, date}]`. */
  get recordings() {
    return this.#recorded?.runs ?? [];
  }

  /**
   * Shows a run of before as it was at its end: `[{event, data}]`, as if all of it came now.
   *
   * @param mark says beside its state what it is; gone with the next run
   */
  play(events, mark = "") {
    if (this.#run) return;
    this.#clear(mark);
    for (const { event, data } of events) this.#hear(event, data);
    if (mark) this.#announce(`${mark}. ${this.#words}`);
  }

  #clear(mark = "") {
    const badge = this.querySelector(".mark");
    badge.textContent = mark;
    badge.hidden = !mark;
    this.querySelector(".out").hidden = false;
    const term = this.querySelector(".term");
    term.hidden = false;
    this.#tasks = new Tasks();
    this.#output = new OutputView(term, this.#tasks);
    this.#picture.begin(this.#tasks, this.#output);
    this.#summary.clear();
    this.#kept.clear();
  }

  /**
   * Runs the program. Answers, when that is over, `{reason, words, tasks, id}` with the data of the
   * `end` event, if there was one; `reason` is else a state. The event `ran` tells everybody the same.
   *
   * @param quiet hears the words of its state in place of the live region; the page does not move,
   *     and that the runner is busy is told by the event `busy`, whether it waits or is refused
   */
  start({ quiet = null } = {}) {
    if (this.#run || this.#button("run").disabled || (!quiet && this.closest("[data-comparing]"))) {
      return Promise.resolve({ reason: "refused", words: "It cannot be run now" });
    }
    if (this.#recorded?.only) {
      this.#recorded.show();
      return Promise.resolve({ reason: "refused", words: "It can only be shown as it was recorded" });
    }
    this.#quiet = quiet;
    this.#clear();
    this.#show("queued", "Starting");
    const hear = {
      event: (name, data) => this.#hear(name, data),
      waiting: (seconds, why) => {
        this.#show("queued", `${why} Trying again in ${seconds} s.`);
        if (quiet) this.dispatchEvent(new Event("busy"));
        else this.#recorded?.offer();
      },
      refused: (why, status) => {
        this.#over("refused", why);
        if (status !== 429 && status !== 503) return;
        if (quiet) this.dispatchEvent(new Event("busy"));
        else this.#announce(`${why} ${this.#recorded?.offer() ?? ""}`);
      },
      cancelled: () => this.#over("stopped", "Stopped by you before it began"),
      reconnecting: () => this.#say("Connection lost: reconnecting"),
      reconnected: () => this.#say(this.#words),
      gone: () => this.#over("lost", "The run was lost; please run it again"),
    };
    this.#run = new Run(this.#request(), hear, Boolean(quiet));
    this.#busy(true);
    if (!quiet) this.querySelector(".out").scrollIntoView({ block: "nearest" });
    return new Promise((resolve) =>
      this.addEventListener("ran", ({ detail }) => resolve(detail), { once: true }),
    );
  }

  #request() {
    const runtime = this.querySelector("select.runtime")?.value ?? this.dataset.runtime;
    const { demo, network } = this.dataset;
    const program = demo && !this.#program.edited ? { demo } : { code: this.#program.text, network };
    return runtime ? { ...program, runtime } : program;
  }

  // What is changed in a shared program is no draft of the demo that it was.
  get #draft() {
    return this.closest("[data-shared]")?.dataset.shared ?? this.dataset.demo;
  }

  #hear(name, data) {
    this.#picture.hear(name, data);
    switch (name) {
      case "queued":
        return this.#show("queued", queued(data.position));
      case "started":
        Object.assign(this.#limits, data.limits);
        this.#summary.began();
        return this.#show("running", "Running");
      case "task":
        return this.#task(data);
      case "output":
        this.#summary.met(this.#tasks.get(data.task));
        return this.#output.add(data);
      case "truncated":
        return this.#output.truncated(data);
      case "end":
        this.#summary.ended(data, this.#tasks.count);
        this.#kept.offer(data.reason === "lost" ? null : (this.#run?.id ?? null));
        return this.#over(data.reason, ended(data, this.#limits), data);
    }
  }

  #task(data) {
    if (data.state === "end") return this.#tasks.end(data);
    const task = this.#tasks.start(data);
    this.#summary.met(task);
    this.#output.relabel(task);
  }

  /** Stops what it runs, if anything. */
  stop() {
    if (!this.#run) return;
    this.#show(this.dataset.state, "Stopping");
    this.#run.stop();
  }

  #over(state, words, end = {}) {
    const run = this.#run;
    this.#run = null;
    this.#output.finish();
    this.#picture.over();
    this.#summary.over();
    this.querySelector('[data-do="copy-output"]').hidden = this.#output.empty;
    this.#show(state, words);
    this.#busy(false);
    this.#quiet = null;
    if (!run) return;
    const detail = { ...end, reason: state, words, tasks: this.#tasks.count, id: run.id };
    this.dispatchEvent(new CustomEvent("ran", { detail }));
  }

  #busy(busy) {
    const run = this.#button("run");
    const stop = this.#button("stop");
    if (!busy && document.activeElement === stop) run.focus();
    run.setAttribute("aria-disabled", busy);
    stop.hidden = !busy;
    this.setAttribute("aria-busy", busy);
    this.#recorded?.update();
  }

  #show(state, words) {
    this.dataset.state = state;
    this.#words = words;
    this.#say(words);
    this.#recorded?.update();
  }

  #say(words) {
    this.querySelector(".state").textContent = words;
    if (this.#quiet) this.#quiet(words);
    else this.#announce(words);
  }

  #announce(words) {
    this.querySelector(".say").textContent = words;
  }

  #reset() {
    if (this.#program.undoable) this.#program.undoReset();
    else this.#program.reset();
    this.#announce(this.#program.edited ? "Your program is back." : "The original program is back.");
  }

  #mark() {
    const reset = this.#button("reset");
    const { edited, editing, undoable } = this.#program ?? {};
    this.querySelector(".edited").hidden = !edited;
    this.#button("edit").hidden = Boolean(editing);
    reset.disabled = !editing && !undoable;
    reset.textContent = undoable ? "Undo reset" : "Reset";
    this.#recorded?.update();
    this.dispatchEvent(new Event("edited"));
  }

  async #copy(button, text) {
    const words = button.textContent;
    const copied = await copy(text);
    if (!copied) this.#program.select();
    button.textContent = copied ? "Copied" : "Press Ctrl+C";
    this.#announce(button.textContent);
    setTimeout(() => (button.textContent = words), 2000);
  }

  #button(name) {
    return this.querySelector(`.tools [data-do="${name}"]`);
  }
}

function limitsOf({ wallMs, cpuMs, memoryBytes, tasks, outputBytes }) {
  return { wallMs, cpuMs, memoryBytes, tasks, outputBytes };
}

customElements.define("demo-runner", DemoRunner);
