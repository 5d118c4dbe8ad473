import { element } from "./dom.js";
import { drawnCycle } from "./lab-cycle.js";
import { label, labelled } from "./lab-names.js";
import { raceWords, shareWords, titleOf } from "./outcome-words.js";

/** The outcomes of an exploration as a list, each with a button that shows an order that leads to it. */
export class LabOutcomes {
  #list;
  #races;
  #tasks;
  #rows = new Map();

  /**
   * @param tasks gives what is known of the program's tasks, by number, each with its `name`
   */
  constructor(list, races, tasks) {
    this.#list = list;
    this.#races = races;
    this.#tasks = tasks;
  }

  clear() {
    this.#rows.clear();
    this.#list.replaceChildren();
    this.#races.replaceChildren();
    this.#races.hidden = true;
  }

  /** One that was found; how often it comes is not known yet. */
  found(outcome) {
    if (this.#rows.has(keyOf(outcome))) return;
    const row = this.#row(outcome);
    this.#rows.set(keyOf(outcome), row);
    this.#list.append(row);
  }

  /** All of them, when it is over. */
  ended(end, limit) {
    for (const outcome of end.outcomes) {
      this.found(outcome);
      const row = this.#rows.get(keyOf(outcome));
      row.querySelector(".show").dataset.schedule = outcome.schedule;
      if (outcome.count === undefined) continue;
      row.querySelector(".share").textContent = shareWords(outcome.count, end, limit);
      row.querySelector(".meter").style.setProperty("--share", outcome.count / end.schedules);
      // As they are sorted, with the focus where it was.
      if (row !== this.#list.children[end.outcomes.indexOf(outcome)]) this.#list.append(row);
    }
    this.#showRaces(end.races);
  }

  #row(outcome) {
    const row = element("li", `outcome ${outcome.kind}`);
    const { words, code } = titleOf(outcome);
    const title = element("p", "what", words);
    if (code) title.append(" ", element("code", "", code));
    const meter = element("span", "meter");
    meter.ariaHidden = "true";
    const show = element("button", "btn show", "Show me one");
    show.type = "button";
    show.dataset.do = "show";
    show.dataset.schedule = outcome.schedule;
    show.setAttribute("aria-label", `Show me one: ${title.textContent}`);
    row.append(title, meter, element("span", "share", "found"), show);
    const details = this.#details(outcome, code);
    if (details.length > 0) {
      const more = element("div", "more");
      more.append(...details);
      row.append(more);
    }
    return row;
  }

  #details({ output, error, exit, waiting, cycle, kind }, told) {
    const parts = [];
    if (error) parts.push(element("p", "failed", error));
    if (exit && kind !== "error") parts.push(element("p", "", `Exit code ${exit}`));
    if (output && !told) parts.push(element("pre", "wrote", output.trimEnd()));
    if (!waiting?.length) return parts;
    const list = element("ul", "waiting");
    const tasks = this.#tasks();
    const names = new Map(waiting.map(([name]) => [name, this.#labelOf(name)]));
    for (const [name, words] of waiting) {
      const item = element("li", "");
      item.append(element("strong", "", names.get(name)), ` ${labelled(words, tasks)}`);
      list.append(item);
    }
    if (cycle?.length > 1) {
      const ring = cycle.map((name) => names.get(name) ?? name);
      const links = ring.map((name, index) => `${name} waits for ${ring[(index + 1) % ring.length]}`);
      const said = element("p", "", `They wait in a ring: ${links.join(", ")}.`);
      const both = element("div", "ring");
      const side = element("div", "");
      side.append(said, list);
      both.append(drawnCycle(cycle, waiting, (name) => this.#numberOf(name)), side);
      return [...parts, both];
    }
    return [...parts, list];
  }

  #labelOf(name) {
    const number = this.#numberOf(name);
    return number === null ? name : label(number);
  }

  #numberOf(name) {
    const found = [...this.#tasks()].filter(([, task]) => task.name === name);
    return found.length === 1 ? found[0][0] : null;
  }

  #showRaces(races) {
    this.#races.hidden = races.length === 0;
    const items = races.map((race) => {
      const [before, name, after] = raceWords(race);
      const item = element("li", "");
      item.append(before, element("code", "", name), after);
      return item;
    });
    const list = element("ul", "");
    list.append(...items);
    this.#races.replaceChildren(element("p", "races-title", "Races"), list);
  }
}

function keyOf({ kind, output, error, exit, waiting }) {
  return JSON.stringify([kind, output, error, exit, waiting]);
}
