import { element } from "./dom.js";
import { Lines } from "./lines.js";
import { moment, size } from "./units.js";

/** How many rows stay in the page; older ones are still in what "Copy output" gives. */
export const SHOWN_ROWS = 5000;

// From so many rows on, new ones wait for so long.
const MANY_ROWS = 1000;
const PAUSE_MS = 100;

/** Shows the output of one run, live: once for each frame at most, however much has come. */
export class OutputView {
  #term;
  #tasks;
  #lines = new Lines();
  #nodes = [];
  #done = 0;
  #seen = 0;
  #follow = true;
  #frame = 0;
  #pause = 0;
  #gap = null;
  #cut = null;

  /**
   * @param term the element that scrolls; what it holds is removed
   * @param tasks the {@link Tasks} of the run
   */
  constructor(term, tasks) {
    this.#term = term;
    this.#tasks = tasks;
    const height = term.offsetHeight;
    term.replaceChildren();
    term.classList.remove("long");
    term.style.setProperty("--who", "4ch");
    // Not asked with every frame: that would lay out thousands of rows once more each time.
    term.onscroll = () => {
      this.#follow = term.scrollHeight - term.scrollTop - term.clientHeight < 24;
    };
    // The text below would jump up and come down again with every new run.
    term.style.minBlockSize = `${height}px`;
  }

  get empty() {
    return this.#lines.rows.length === 0;
  }

  /** Takes the data of an `output` event. */
  add(output) {
    this.#lines.add(output);
    this.#soon();
  }

  /** Takes the data of a `truncated` event. */
  truncated({ bytes }) {
    this.#cut = note("gap cut", `The output was cut here: the limit is ${size(bytes)}.`);
    this.#soon();
  }

  /** Writes a task's label anew where it stands already. */
  relabel(task) {
    for (const who of this.#term.querySelectorAll(`[data-task="${task.id}"] .who`)) {
      who.textContent = task.label;
    }
  }

  /** The row in which a write begins, by its number, if it is still in the page. */
  row(write) {
    return this.#node(this.#lines.writes[write]);
  }

  /** The number of the write that began a row. */
  writeOf(node) {
    return this.#lines.rows[this.#nodes.indexOf(node) + this.#first]?.write;
  }

  /** Shows only what was written by a moment, in microseconds; all of it for Infinity. */
  until(t) {
    const rows = this.#lines.rows;
    const first = this.#first;
    const before = this.#seen;
    // From where it was: a replay goes on by a few rows with every frame, of thousands.
    while (this.#seen > first && rows[this.#seen - 1].t > t) this.#node(--this.#seen).hidden = true;
    while (this.#seen < this.#done && rows[this.#seen].t <= t) this.#node(this.#seen++).hidden = false;
    if (this.#seen !== before && t !== Infinity) this.#term.scrollTop = this.#term.scrollHeight;
  }

  #node(row) {
    return this.#nodes[row - this.#first];
  }

  /** The row that is the first in the page. */
  get #first() {
    return this.#done - this.#nodes.length;
  }

  /** Shows at once what has come, and says so if there is nothing. */
  finish() {
    this.#flush();
    if (this.empty) this.#term.append(note("none", "The program wrote nothing."));
  }

  /** Everything that was written, one line for each row: time, task and text between tabs. */
  text() {
    return this.#lines.rows
      .map((row) => [moment(row.t), this.#tasks.get(row.task).label, row.text].join("\t") + "\n")
      .join("");
  }

  #soon() {
    if (this.#frame || this.#pause) return;
    // To lay out thousands of rows takes longer than a frame has, and nobody reads so fast.
    if (this.#nodes.length < MANY_ROWS) this.#frame = requestAnimationFrame(() => this.#flush());
    else this.#pause = setTimeout(() => this.#flush(), PAUSE_MS);
  }

  #flush() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#pause);
    this.#frame = 0;
    this.#pause = 0;
    const term = this.#term;
    const rows = this.#lines.rows;
    if (this.#nodes.length) fill(this.#nodes.at(-1), rows[this.#done - 1]);

    const from = Math.max(this.#done, rows.length - SHOWN_ROWS);
    const fresh = document.createDocumentFragment();
    for (let i = from; i < rows.length; i++) {
      const node = this.#draw(rows[i]);
      this.#nodes.push(node);
      fresh.append(node);
    }
    this.#done = rows.length;
    this.#seen = rows.length;
    for (const old of this.#nodes.splice(0, Math.max(0, this.#nodes.length - SHOWN_ROWS))) old.remove();
    if (rows.length > SHOWN_ROWS) this.#sayGap(rows.length - SHOWN_ROWS);
    term.classList.toggle("long", rows.length > 300);
    term.append(fresh);
    if (this.#cut) term.append(this.#cut);
    if (this.#follow) term.scrollTop = term.scrollHeight;
  }

  #draw(row) {
    const task = this.#tasks.get(row.task);
    const node = element("div", row.stream === "err" ? "row err" : "row");
    node.dataset.task = row.task;
    node.tabIndex = -1;
    const who = element("b", `who t${task.hue}`, task.label);
    who.classList.toggle("again", task.again);
    this.#widen(task.label);
    node.append(element("span", "at", moment(row.t)), who, element("span", "text"));
    if (row.stream === "err") node.lastChild.append(element("b", "stream", "err"));
    node.lastChild.append(element("span", "said"));
    node.classList.toggle("rest", row.rest);
    fill(node, row);
    return node;
  }

  #widen(label) {
    const style = this.#term.style;
    const wide = Math.min(16, label.length);
    if (wide > parseInt(style.getPropertyValue("--who"))) style.setProperty("--who", `${wide}ch`);
  }

  #sayGap(count) {
    if (!this.#gap) this.#term.prepend((this.#gap = note("gap", "")));
    this.#gap.textContent = `${count} earlier lines are not shown here. “Copy output” has them all.`;
  }
}

function fill(node, row) {
  const said = node.lastChild.lastChild;
  if (said.textContent !== row.text) said.textContent = row.text;
  if (row.torn && !node.classList.contains("torn")) {
    node.classList.add("torn");
    node.title = "no newline yet";
  }
}

function note(name, text) {
  return element("p", name, text);
}
