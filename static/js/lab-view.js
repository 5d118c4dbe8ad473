import { element } from "./dom.js";
import { LabDraws } from "./lab-draws.js";
import { LabRibbon } from "./lab-ribbon.js";
import { showOutput, showVariables } from "./lab-shared.js";
import { LabThreads } from "./lab-threads.js";
import { ableWords, endWords, stepWords } from "./lab-words.js";

const NOTHING = { tasks: new Map(), variables: new Map(), output: [] };

/** Shows where a lab's stepper stands: threads, variables, output, order, and what happened. */
export class LabView {
  #lab;
  #code;
  #threads;
  #draws;
  #ribbon;
  #state = NOTHING;

  /** @param go is called with the position that was chosen in the order */
  constructor(lab, code, go) {
    this.#lab = lab;
    this.#code = code;
    this.#threads = new LabThreads(lab.querySelector(".threads"));
    this.#draws = new LabDraws(lab.querySelector(".draws"));
    this.#ribbon = new LabRibbon(lab.querySelector(".strip"), go);
  }

  /** What is known of the tasks where it stands, by number. */
  get tasks() {
    return this.#state.tasks;
  }

  /** @param from the position before, or null to say nothing of the move */
  show({ record, position, atEnd }, from) {
    const state = (this.#state = record.at(position));
    const next = record.steps[position];
    this.fault(null);
    this.#code.mark(state.tasks, record.steps[position - 1] ?? null);
    this.#threads.show(state.tasks, record.choices(position), next?.task);
    this.#draws.show(record.drawnAt(position));
    this.#find(".able").textContent = ableWords(record, position);
    showVariables(this.#find(".variables"), state.variables, position);
    showOutput(this.#find(".printed"), outputOf(record, state));
    this.#ribbon.show(record, position);
    this.#find(".at").textContent = `Step ${position} of ${record.length}`;
    this.#find(".version").textContent = record.python;
    this.#find(".stepped").textContent =
      record.granularity === "line" ? `whole lines, on ${record.python}` : `the bytecode of ${record.python}`;
    this.#enable(position === 0, atEnd);
    if (from !== null) this.say(wordsAt(record, position, from, state));
  }

  /** Nothing is known yet. */
  clear() {
    this.#state = NOTHING;
    this.fault(null);
    this.note("");
    this.#code.mark(new Map());
    this.#threads.clear();
    this.#draws.show([]);
    this.#find(".able").textContent = "";
    this.#ribbon.clear();
    this.#enable(true, true);
    this.#find(".at").textContent = "Step 0";
    this.say("Reading the program");
  }

  /** Says what happened; `odd` when it is not what was asked for. */
  say(words, odd = false) {
    const said = this.#find(".said");
    said.classList.toggle("odd", odd);
    // The same words again are news again.
    if (said.textContent === words) said.textContent = "";
    said.textContent = words;
  }

  /** Says something to screen readers alone. */
  announce(words) {
    this.#find(".say").textContent = words;
  }

  /** Says something that stays until another order is loaded; nothing for "". */
  note(words) {
    const note = this.#find(".note");
    note.hidden = words === "";
    note.textContent = words;
  }

  /**
   * Says what is wrong; nothing for null.
   *
   * @param line the line of the program that is wrong, from 1, or null
   */
  fault(words, line = null) {
    const fault = this.#find(".fault");
    fault.hidden = words === null;
    fault.replaceChildren();
    if (words === null) return;
    fault.append(element("p", "", line === null ? words : `Line ${line}: ${words}`));
    if (line !== null) {
      this.#code.markWrong(line);
      return this.say("The program cannot be stepped as it is.");
    }
    const again = element("button", "btn", "Try again");
    again.type = "button";
    again.dataset.do = "again";
    fault.append(again);
    this.say("");
  }

  // The buttons keep the focus, so they are not disabled, only resting.
  #enable(atStart, atEnd) {
    for (const [name, off] of [
      ["first", atStart],
      ["back", atStart],
      ["next", atEnd],
      ["switch", atEnd],
      ["last", atEnd],
    ]) {
      this.#find(`.walk [data-do="${name}"]`).setAttribute("aria-disabled", off);
    }
  }

  #find(selector) {
    return this.#lab.querySelector(selector);
  }
}

// What a program without any steps wrote is known from its end alone.
function outputOf(record, state) {
  const unseen = record.length === 0 && record.end?.output;
  return unseen ? [{ task: 0, text: record.end.output, fresh: false }] : state.output;
}

function wordsAt(record, position, from, state) {
  if (record.length === 0) {
    return "There is nothing to decide: this program never has two threads that could take turns.";
  }
  if (position === 0) return "Nobody has taken a step yet. Who goes first?";
  const undone = position < from ? "Back. Before this, " : "";
  const end = position === record.length ? ` ${endWords(record)}` : "";
  return `${undone}${stepWords(record, position, state)}${end}`;
}
