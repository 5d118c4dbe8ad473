import { ComparisonTable } from "./comparison-table.js";
import "./demo-runner.js";
import { verdict } from "./verdict.js";

/** What changes or runs a program; Stop stays. */
const CHANGES = '.program, .tools > :not([data-do="stop"], [data-do="copy"])';

/**
 * Runs several programs one after the other, some times each, and shows what each took. Its demos
 * stand in it; without any, it compares the Pythons that the demo before it can run on. Its state is
 * one of `idle`, `comparing`, `done` and `broken`, when it ended early.
 *
 * Runs take turns (A, B, A, B), so that whatever else the server does falls upon all alike.
 */
class DemoComparison extends HTMLElement {
  #demos = null;
  #ofPythons = false;
  #current = null;
  #stopped = false;

  connectedCallback() {
    // Where nothing can be run, there is nothing to compare.
    if (this.#demos || !this.#find(".versus")) return;
    this.#demos = [...this.querySelectorAll("demo-runner")];
    this.#ofPythons = this.#demos.length === 0;
    if (this.#ofPythons) this.#demos = [this.previousElementSibling];
    this.addEventListener("click", (event) => this.#click(event));
    this.#find(".versus").hidden = false;
  }

  #click(event) {
    switch (event.target.closest("[data-compare]")?.dataset.compare) {
      case "run":
        return this.#compare();
      case "stop":
        return this.#stop();
    }
  }

  async #compare() {
    if (document.querySelector("[data-comparing]")) return;
    const times = Number(this.#find(".times").value);
    const rows = this.#rows();
    this.#busy(true);
    this.#announce(`Comparing, ${times * rows.length} runs`);
    const table = new ComparisonTable(this.#find(".measured"), caption(times, this.#demos));
    table.show(rows);
    const before = this.#demos.map(pythonOf);
    const broke = await this.#runAll(rows, times, table);
    this.#demos.forEach((demo, i) => choose(demo, before[i]));
    this.#busy(false);
    this.#conclude(rows, broke);
  }

  /** Says why it ended early, or null. */
  async #runAll(rows, times, table) {
    for (let round = 1; round <= times; round++) {
      for (const row of rows) {
        const place = `Run ${round} of ${times}: ${row.title}`;
        this.#say(place);
        await this.#othersEnd();
        if (this.#stopped) return "Stopped by you";
        const end = await this.#run(row, place);
        if (this.#stopped) return "Stopped by you";
        if (end.reason !== "exited") return `${place}. ${end.words.replace(/\.$/, "")}`;
        row.ends.push(end);
        table.show(rows);
        this.#sameAxis(rows);
      }
    }
    return null;
  }

  async #run(row, place) {
    choose(row.demo, row.python);
    this.#current = row.demo;
    const end = await row.demo.start({ quiet: (words) => this.#say(`${place} · ${words}`) });
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

  #rows() {
    const on = this.#find(".on");
    const all = this.#ofPythons || on?.value === "all";
    const pythons = on ? (all ? [...on.options].filter(isPython) : [on.selectedOptions[0]]) : [null];
    return pythons.flatMap((python) =>
      this.#demos
        .filter((demo) => !python || offers(demo, python.value))
        .map((demo) => row(demo, python, this.#ofPythons, all)),
    );
  }

  #sameAxis(rows) {
    const longest = Math.max(...rows.flatMap(({ ends }) => ends.map(({ wallMs }) => wallMs)));
    for (const demo of this.#demos) demo.lanes?.setRange(longest);
  }

  #conclude(rows, broke) {
    const complete = rows.every(({ ends }) => ends.length > 0);
    const said = complete ? verdict(rows.map(({ name, ends }) => ({ name, times: ends.map(wall) }))) : "";
    this.dataset.state = broke ? "broken" : "done";
    const words = broke ? `Ended early. ${broke}.` : "";
    this.#say(words);
    this.#find(".verdict").textContent = said;
    this.#find(".verdict").hidden = !said;
    this.#announce(`${words} ${said}`.trim());
  }

  #busy(busy) {
    const [run, stop] = [this.#find('[data-compare="run"]'), this.#find('[data-compare="stop"]')];
    if (!busy && document.activeElement === stop) run.focus();
    run.setAttribute("aria-disabled", busy);
    stop.hidden = !busy;
    this.toggleAttribute("data-comparing", busy);
    this.#stopped = false;
    for (const select of this.querySelectorAll(".versus select")) select.disabled = busy;
    // Nobody is to change or run a program between two of its runs.
    for (const demo of this.#demos) {
      for (const part of demo.querySelectorAll(CHANGES)) part.inert = busy;
    }
    if (!busy) return;
    this.dataset.state = "comparing";
    this.#find(".measured").hidden = false;
    this.#find(".verdict").hidden = true;
  }

  #say(words) {
    this.#find(".going").textContent = words;
    this.#find(".going").hidden = !words;
  }

  #announce(words) {
    this.#find(".versus .say").textContent = words;
  }

  #find(selector) {
    return this.querySelector(selector);
  }
}

/** What stands in the table for a demo on a Python, null for its only one. */
function row(demo, option, ofPythons, several) {
  const title = ofPythons ? option.textContent : demo.dataset.title;
  const gil = option?.dataset.gil === "false" ? "without the GIL" : "with the GIL";
  const python = several && !ofPythons ? `${option.textContent}, ${gil}` : gil;
  const note = several ? python : "";
  const name = ofPythons ? `${title} (${gil})` : `“${title}”${several ? ` on ${option.textContent}` : ""}`;
  return { demo, python: option?.value, title, note, name, ends: [] };
}

function caption(times, demos) {
  const runs = times === 1 ? "One run each." : `${times} runs each: the median, and from least to most.`;
  const edited = demos.filter((demo) => !demo.querySelector(".edited").hidden);
  if (!edited.length) return runs;
  return `${runs} As you edited ${edited.map((demo) => `“${demo.dataset.title}”`).join(" and ")}.`;
}

function isPython(option) {
  return option.value !== "all";
}

function pythonOf(demo) {
  return demo.querySelector("select.runtime")?.value;
}

function offers(demo, python) {
  const choice = demo.querySelector("select.runtime");
  return choice ? [...choice.options].some(({ value }) => value === python) : demo.dataset.runtime === python;
}

function choose(demo, python) {
  const choice = demo.querySelector("select.runtime");
  if (choice && python) choice.value = python;
}

function wall({ wallMs }) {
  return wallMs;
}

customElements.define("demo-comparison", DemoComparison);
