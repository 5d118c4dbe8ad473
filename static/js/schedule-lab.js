import { copy } from "./clipboard.js";
import { element } from "./dom.js";
import { LabCode } from "./lab-code.js";
import { LabExplorer } from "./lab-explorer.js";
import { commandOf } from "./lab-keys.js";
import { LONGEST, heldIn, linkOf } from "./lab-link.js";
import { LabRibbon } from "./lab-ribbon.js";
import { showOutput, showVariables } from "./lab-shared.js";
import { Stepper } from "./lab-stepper.js";
import { LabThreads } from "./lab-threads.js";
import { cannotWords, stepWords } from "./lab-words.js";
import { titleOf } from "./outcome-words.js";

const CLEARED = "The program is another one now: try every order again.";

/**
 * The schedule lab: `<schedule-lab data-title="…" data-draft="…">`. The learner decides which thread
 * takes the next step, or has every order tried. With `data-linked` it takes up what its page's
 * address holds. It tells of two things: `reached`, at the end of an order, with `{end, schedule}`,
 * and `explored`, with the data of the `end` event.
 */
class ScheduleLab extends HTMLElement {
  #code;
  #stepper;
  #threads;
  #ribbon;
  #explorer;
  #seen = null;

  connectedCallback() {
    if (this.#code) return;
    this.#code = new LabCode(this.querySelector(".program"), this.dataset.title, this.dataset.draft ?? null, () =>
      this.#markEdited(),
    );
    this.#threads = new LabThreads(this.querySelector(".threads"));
    this.#ribbon = new LabRibbon(this.querySelector(".strip"), (position) => this.#stepper.go(position));
    this.#stepper = new Stepper({
      moved: (from) => this.#moved(from),
      misfit: (index) =>
        this.#notice(
          `This order fits the program only for its first ${index} choices; then it names a thread that cannot go on. From there it goes on as usual.`,
        ),
      cannot: (task) => this.#say(cannotWords(task, this.#state.tasks, this.#stepper.atEnd), true),
      working: (busy) => this.toggleAttribute("data-working", busy),
      waiting: (seconds, why) => this.#say(`${why} Trying again in ${seconds} s.`, true),
      refused: (problem) => this.#refused({ words: problem.message, field: problem.field, line: problem.line }),
    });
    this.#explorer = new LabExplorer(
      this.querySelector(".explorer"),
      {
        said: (words) => this.#announce(words),
        busy: (busy) => this.#exploring(busy),
        ended: (end) => this.#tell("explored", end),
        refused: (problem) => this.#refused(problem),
      },
      () => this.#state.tasks,
    );
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("change", ({ target }) => target.matches(".runtime, .granularity") && this.#changed());
    addEventListener("pagehide", () => this.#explorer.stop());
    for (const hidden of this.querySelectorAll("[data-script]")) hidden.hidden = false;
    this.#markEdited();
    if (this.hasAttribute("data-off")) return;
    if (this.hasAttribute("data-linked")) this.#takeLink();
    else this.#beginWhenSeen();
  }

  disconnectedCallback() {
    this.#seen?.disconnect();
  }

  /** The program as it is now. */
  get code() {
    return this.#code.text;
  }

  /** `{code, runtime, granularity}`, as the server wants it. */
  get program() {
    const runtime = this.querySelector("select.runtime")?.value ?? this.dataset.runtime;
    const { value: granularity } = this.querySelector(".granularity");
    return { code: this.#code.text, ...(runtime && { runtime }), granularity };
  }

  // A lesson may have a lab far below: the server is asked when somebody comes near.
  #beginWhenSeen() {
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#seen.disconnect();
      if (!this.#stepper.record) this.#restart();
    });
    this.#seen.observe(this);
  }

  #click({ target }) {
    const step = target.closest("[data-task]");
    if (step) return this.#stepper.choose(Number(step.dataset.task));
    const button = target.closest("[data-do]");
    switch (button?.dataset.do) {
      case "next":
        return this.#stepper.next();
      case "back":
        return this.#stepper.back();
      case "switch":
        return this.#stepper.toSwitch();
      case "first":
        return this.#stepper.go(0);
      case "last":
        return this.#stepper.go(Infinity);
      case "edit":
        return this.#code.editing ? this.#done() : this.#edit();
      case "reset":
        return this.#reset();
      case "again":
        return this.#restart();
      case "explore":
        return this.#explore();
      case "stop":
        return this.#explorer.stop();
      case "show":
        return this.#showOne(button.dataset.schedule);
      case "share":
        return this.#share(button);
    }
  }

  #key(event) {
    if (event.key === "Escape" && this.#code.editing && !event.isComposing) return this.#done();
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case "choose":
        return this.#stepper.choose(command.task);
      case "next":
        return this.#stepper.next();
      case "back":
        return this.#stepper.back();
      case "switch":
        return this.#stepper.toSwitch();
      case "first":
        return this.#stepper.go(0);
      case "last":
        return this.#stepper.go(Infinity);
    }
  }

  #edit() {
    this.#code.edit();
    this.#markEdited();
  }

  // Leaves the editor; another program begins anew.
  #done() {
    const other = this.#code.close();
    this.#markEdited();
    this.#button("edit").focus();
    if (other) this.#changed();
    else this.#moved(this.#stepper.position, true);
  }

  #reset() {
    this.#code.reset();
    this.#markEdited();
    this.#changed();
  }

  #changed() {
    this.#code.close();
    this.#markEdited();
    this.#explorer.clear(CLEARED);
    this.#restart();
  }

  #restart(schedule = "") {
    this.#notice("");
    this.#fault(null);
    this.#clearLink();
    this.#threads.clear();
    this.#ribbon.clear();
    this.#code.mark(new Map());
    this.#say("Reading the program");
    this.#stepper.restart(this.program, schedule);
  }

  #explore() {
    if (this.#explorer.busy) return;
    if (this.#code.editing) this.#done();
    this.#fault(null);
    this.#explorer.start(this.program);
    this.querySelector(".explorer").scrollIntoView({ block: "nearest" });
  }

  #exploring(busy) {
    const explore = this.#button("explore");
    const stop = this.#button("stop");
    const focused = document.activeElement;
    stop.hidden = !busy;
    explore.hidden = busy;
    if (busy && focused === explore) stop.focus();
    if (!busy && focused === stop) explore.focus();
  }

  #showOne(schedule) {
    this.#notice("");
    this.#stepper.load(schedule);
    this.querySelector(".stage").focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  get #state() {
    const { record, position } = this.#stepper;
    return record?.at(position) ?? { tasks: new Map(), variables: new Map(), output: [] };
  }

  #moved(from, quiet = false) {
    const { record, position } = this.#stepper;
    if (!record) return;
    const state = this.#state;
    const step = record.steps[position - 1];
    this.#fault(null);
    this.#code.mark(state.tasks, step ?? null);
    this.#threads.show(state.tasks, record.choices(position), record.steps[position]?.task);
    showVariables(this.querySelector(".variables"), state.variables, position);
    showOutput(this.querySelector(".printed"), this.#outputAt(state));
    this.#ribbon.show(record, position);
    this.querySelector(".at").textContent = `Step ${position} of ${record.length}`;
    this.querySelector(".version").textContent = record.python;
    this.querySelector(".stepped").textContent = record.granularity === "line" ? "the lines" : "the bytecode";
    this.#enable(position, record.length);
    if (!quiet) this.#say(this.#wordsAt(from, state));
    if (this.#stepper.atEnd && record.end && from !== position) {
      this.#tell("reached", { end: record.end, schedule: record.schedule });
    }
  }

  // What a program wrote that has no steps is known from its end alone.
  #outputAt(state) {
    const { record } = this.#stepper;
    return record.length === 0 && record.end?.output
      ? [{ task: 0, text: record.end.output, fresh: false }]
      : state.output;
  }

  #wordsAt(from, state) {
    const { record, position, atEnd } = this.#stepper;
    if (record.length === 0) {
      return "There is nothing to decide: this program never has two threads that could take turns.";
    }
    const did =
      position === 0 ? "Nobody has taken a step yet. Who goes first?" : stepWords(record, position, state);
    const back = position < from ? "Undone. " : "";
    return back + did + (atEnd ? ` ${endWords(record)}` : "");
  }

  #enable(position, length) {
    for (const [name, off] of [
      ["back", position === 0],
      ["first", position === 0],
      ["next", position === length],
      ["switch", position === length],
      ["last", position === length],
    ]) {
      this.#button(name).setAttribute("aria-disabled", off);
    }
  }

  #refused({ words, field, line }) {
    if (field === "code") return this.#fault(words, line);
    if (field === "schedule") {
      this.#notice("The order that was asked for is no order. The usual one is shown.");
      return this.#stepper.load("");
    }
    this.#fault(words, null, true);
  }

  /** @param line the line that is wrong, from 1, if one is */
  #fault(words, line = null, again = false) {
    const fault = this.querySelector(".fault");
    fault.hidden = words === null;
    if (words === null) return fault.replaceChildren();
    const known = line === null || line === undefined ? "" : `Line ${line}: `;
    fault.replaceChildren(element("p", "", known + words));
    if (again) {
      const button = element("button", "btn", "Try again");
      button.type = "button";
      button.dataset.do = "again";
      fault.append(button);
    }
    if (known) this.#code.markWrong(line);
    this.querySelector(".said").textContent = known ? "The program cannot be stepped as it is." : "";
  }

  #notice(words) {
    const notice = this.querySelector(".note");
    notice.hidden = words === "";
    notice.textContent = words;
  }

  async #share(button) {
    const { schedule } = this.#stepper;
    const address = await linkOf({ ...this.program, schedule });
    if (address.length > LONGEST) {
      this.#linked(null, "This program is too long for a link.");
      return;
    }
    const copied = await copy(address);
    const words = copied ? "Copied. " : "Press Ctrl+C to copy it. ";
    this.#linked(address, `${words}Whoever has the link can see this program and this order.`);
    if (!copied) this.querySelector(".share-link input").select();
    else button.focus();
  }

  #linked(address, words) {
    const place = this.querySelector(".link");
    place.hidden = false;
    place.querySelector("label").hidden = address === null;
    place.querySelector("input").value = address ?? "";
    place.querySelector("p").textContent = words;
  }

  #clearLink() {
    this.querySelector(".link").hidden = true;
  }

  async #takeLink() {
    addEventListener("hashchange", () => this.#openLink());
    if (!(await this.#openLink())) this.#beginWhenSeen();
  }

  // Answers whether there was a link that could be read.
  async #openLink() {
    const { hash } = location;
    if (hash.length < 2 || document.getElementById(hash.slice(1))) return false;
    const held = await heldIn(hash);
    if (!held) {
      this.#restart();
      this.#notice("This link is broken: perhaps it was cut short. Here is the program that the lab begins with.");
      return true;
    }
    this.#code.replace(held.code);
    this.querySelector(".granularity").value = held.granularity;
    this.#markEdited();
    this.#explorer.clear("");
    this.#restart(held.schedule);
    this.#takeRuntime(held.runtime);
    return true;
  }

  #takeRuntime(name) {
    const select = this.querySelector("select.runtime");
    if (!name || name === this.program.runtime) return;
    if (select && [...select.options].some((option) => option.value === name)) {
      select.value = name;
      return;
    }
    this.#notice(
      `This order was made on Python ${name}, which is not installed here. It may differ on Python ${this.program.runtime}.`,
    );
  }

  #markEdited() {
    if (!this.#code) return;
    const { edited, editing } = this.#code;
    this.querySelector(".edited").hidden = !edited;
    this.#button("reset").disabled = !edited;
    this.#button("edit").textContent = editing ? "Done" : "Edit";
    this.toggleAttribute("data-editing", editing);
  }

  #say(words, odd = false) {
    const said = this.querySelector(".said");
    said.classList.toggle("odd", odd);
    // The same words again are news again.
    if (said.textContent === words) said.textContent = "";
    said.textContent = words;
  }

  #announce(words) {
    this.querySelector(".say").textContent = words;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #button(name) {
    return this.querySelector(`[data-do="${name}"]`);
  }
}

function endWords(record) {
  if (record.cut) return `The record stops here, after ${record.length.toLocaleString("en")} steps; the program would go on.`;
  if (!record.end) return "";
  const { kind, cycle, error } = record.end;
  const { words, code } = titleOf(record.end);
  if (kind === "finished") return `The program has ended${code ? `: it printed ${code}` : ""}.`;
  if (kind === "error") return `The program has ended with an error: ${error ?? words}.`;
  if (kind === "deadlock" && cycle) {
    return "Deadlock: nobody can go on, because each waits for another in a ring.";
  }
  return kind === "deadlock" ? "Deadlock: some wait for what never comes." : "It goes round without an end.";
}

customElements.define("schedule-lab", ScheduleLab);
