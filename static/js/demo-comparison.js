import { ComparisonResult } from "./comparison-result.js";
import { choose, isEdited, pythonOf, recordingOn, rowsOf } from "./comparison-rows.js";
import "./demo-runner.js";
import { RecordedComparison } from "./recorded-comparison.js";
import { markOf } from "./recordings.js";

/** What changes or runs a program; Stop stays. */
const CHANGES = '.program, .tools > :not([data-do="stop"], [data-do="copy"])';

/**
 * Runs several programs one after the other, some times each, and shows what each took; or shows the
 * same of recorded runs. All its rows are the one or the other: recorded runs were made on another
 * machine, perhaps. Its demos stand in it; without any, it compares the Pythons of the demo before it.
 * Its state is one of `idle`, `comparing`, `done`, `broken`, when it ended early, and `recorded`.
 *
 * Runs take turns (A, B, A, B), so that whatever else the server does falls upon all alike.
 */
class DemoComparison extends HTMLElement {
  #panel;
  #demos = null;
  #ofPythons = false;
  #result;
  #recorded = null;
  #comparing = null;
  #current = null;
  #stopped = false;

  connectedCallback() {
    this.#panel = this.querySelector(":scope > .versus");
    if (this.#demos || !this.#panel) return;
    this.#demos = [...this.querySelectorAll("demo-runner")];
    this.#ofPythons = this.#demos.length === 0;
    if (this.#ofPythons) this.#demos = [demoBefore(this)];
    this.#result = new ComparisonResult(this.#panel);
    if (this.#find(".recorded")) this.#recorded = new RecordedComparison(this.#find(".recorded"));
    this.addEventListener("click", (event) => this.#click(event));
    this.#find(".on").addEventListener("change", () => this.#update());
    for (const demo of this.#demos) {
      demo.addEventListener("edited", () => this.#update());
      demo.addEventListener("busy", () => this.#recorded?.offer());
    }
    this.#update();
    this.#panel.hidden = false;
  }

  #click(event) {
    switch (event.target.closest("[data-compare]")?.dataset.compare) {
      case "run":
        if (!document.querySelector("[data-comparing]")) this.#comparing = this.#compare();
        return;
      case "stop":
        return this.#stop();
      case "recorded":
        return this.#showRecorded();
    }
  }

  async #compare() {
    const times = Number(this.#find(".times").value);
    const rows = this.#runnable;
    this.#busy(true);
    this.#announce(`Comparing, ${times * rows.length} runs`);
    this.#result.begin(rows, caption(times, this.#demos));
    const before = this.#demos.map(pythonOf);
    const broke = await this.#runAll(rows, times);
    this.#demos.forEach((demo, i) => choose(demo, before[i]));
    this.#busy(false);
    this.#conclude(rows, broke ? "broken" : "done", broke ? `Ended early. ${broke}.` : "");
  }

  /** Says why it ended early, or null. */
  async #runAll(rows, times) {
    for (let round = 1; round <= times; round++) {
      for (const row of rows) {
        const place = `Run ${round} of ${times}: ${row.title}`;
        this.#say(place);
        await this.#othersEnd();
        if (this.#stopped) return "Stopped by you";
        const end = await this.#run(row, place);
        if (this.#stopped) return "Stopped by you";
        if (end.reason !== "exited") return `${place}. ${end.words.replace(/\.$/, "")}`;
        row.runs.push({ ...end, timeline: row.demo.lanes.timeline });
        this.#result.show(rows);
        this.#sameAxis(rows);
      }
    }
    return null;
  }

  async #run(row, place) {
    choose(row.demo, row.python);
    this.#current = row.demo;
    const quiet = (words) => {
      this.#recorded?.hide();
      this.#say(`${place} · ${words}`);
    };
    const end = await row.demo.start({ quiet });
    this.#current = null;
    return end;
  }

  // Somebody may have started another program of the page, which would disturb this one.
  async #othersEnd() {
    for (const other of document.querySelectorAll('demo-runner[aria-busy="true"]')) {
      await new Promise((resolve) => {
        other.addEventListener("ran", resolve, { once: true });
        this.addEventListener("stop", resolve, { once: true });
      });
    }
  }

  #stop() {
    this.#stopped = true;
    this.#say("Stopping");
    this.#current?.stop();
    this.dispatchEvent(new Event("stop"));
  }

  async #showRecorded() {
    if (this.hasAttribute("data-comparing")) this.#stop();
    await this.#comparing;
    const rows = this.#kept;
    const had = await this.#recorded.load(rows);
    if (!had || this.hasAttribute("data-comparing")) return;
    for (const row of rows) row.mark = markOf([row.recording], isEdited(row.demo) ? 1 : 0);
    const recordings = rows.map(({ recording }) => recording);
    const mark = markOf(recordings, this.#demos.filter(isEdited).length);
    const failed = rows.filter(({ runs: [{ reason }] }) => reason !== "exited");
    this.#result.begin(rows, "Recorded once each, so no spread is known.", mark);
    this.#conclude(rows, "recorded", failed.map(({ title, runs: [{ words }] }) => `${title}: ${words}.`).join(" "));
    this.#update();
    this.#find(".measured").scrollIntoView({ block: "nearest" });
  }

  /** What the chosen Pythons are, as options; one null where the programs have none in common. */
  get #chosen() {
    const on = this.#find(".on");
    return this.#several ? this.#pythons : [on.selectedOptions?.[0] ?? this.#pythons[0] ?? null];
  }

  get #several() {
    return this.#ofPythons || this.#find(".on").value === "all";
  }

  get #pythons() {
    return [...this.#find(".on").options].filter(({ value }) => value !== "all");
  }

  /** Rows for what is chosen and can be run. */
  get #runnable() {
    const options = this.#chosen.filter((option) => !option?.dataset.recorded);
    return rowsOf(this.#demos, options, this.#several);
  }

  /** Rows for what is chosen and was recorded, or else for another Python. */
  get #kept() {
    const kept = (option) => this.#demos.every((demo) => recordingOn(demo, option?.value ?? null));
    const chosen = this.#chosen.filter(kept);
    const options = chosen.length ? chosen : this.#pythons.filter(kept).slice(0, 1);
    return rowsOf(this.#demos, options, this.#several);
  }

  #sameAxis(rows) {
    const longest = Math.max(...rows.flatMap(({ runs }) => runs.map(({ wallMs }) => wallMs)));
    for (const demo of this.#demos) demo.lanes?.setRange(longest);
  }

  #conclude(rows, state, words) {
    this.dataset.state = state;
    this.#say(words);
    const { mark, sentence } = this.#result.conclude(rows);
    this.#announce([mark && `${mark}.`, words, sentence].filter(Boolean).join(" "));
  }

  #busy(busy) {
    const [run, stop] = [this.#find('[data-compare="run"]'), this.#find('[data-compare="stop"]')];
    if (!busy && document.activeElement === stop) run.focus();
    run.setAttribute("aria-disabled", busy);
    stop.hidden = !busy;
    this.toggleAttribute("data-comparing", busy);
    this.#stopped = false;
    for (const select of this.#panel.querySelectorAll("select")) select.disabled = busy;
    // Nobody is to change or run a program between two of its runs.
    for (const demo of this.#demos) {
      for (const part of demo.querySelectorAll(CHANGES)) part.inert = busy;
    }
    if (busy) {
      this.dataset.state = "comparing";
      this.#recorded?.hide();
    } else this.#update();
  }

  /** What can be shown is another, now that the programs or the chosen Pythons are others. */
  #update() {
    const run = this.#find('[data-compare="run"]');
    const only = !run || this.#runnable.length < 2;
    if (run) run.disabled = only;
    const missing = this.#chosen.filter((option) => option?.dataset.recorded === "missing");
    this.#recorded?.update(this.#kept, {
      originals: this.#demos.filter(isEdited).length,
      only,
      missing: missing.map(({ value }) => value),
    });
  }

  #say(words) {
    this.#find(".going").textContent = words;
    this.#find(".going").hidden = !words;
  }

  #announce(words) {
    this.#find(".say").textContent = words;
  }

  #find(selector) {
    return this.#panel.querySelector(selector);
  }
}

function caption(times, demos) {
  const runs = times === 1 ? "One run each." : `${times} runs each: the median, and from least to most.`;
  const edited = demos.filter(isEdited);
  if (!edited.length) return runs;
  return `${runs} As you edited ${edited.map((demo) => `“${demo.dataset.title}”`).join(" and ")}.`;
}

// What was predicted of it may stand between.
function demoBefore(node) {
  const before = node.previousElementSibling;
  return before.matches("demo-runner") ? before : demoBefore(before);
}

customElements.define("demo-comparison", DemoComparison);
