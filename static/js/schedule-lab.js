import { LabCode } from "./lab-code.js";
import { LabExplorer } from "./lab-explorer.js";
import { commandOf } from "./lab-keys.js";
import { LabSharing, follow } from "./lab-sharing.js";
import { Stepper } from "./lab-stepper.js";
import { LabView } from "./lab-view.js";
import { cannotWords } from "./lab-words.js";

/**
 * The schedule lab: `<schedule-lab data-title="…" data-draft="…">`. The learner decides which thread
 * takes the next step, or has every order tried. With `data-linked` it takes up what the address of
 * its page holds. It tells of two things: `reached`, at the end of an order, with `{end, schedule}`,
 * and `explored`, with the data of the `end` event.
 */
class ScheduleLab extends HTMLElement {
  #code;
  #stepper;
  #view;
  #explorer;
  #sharing;
  #near = null;

  connectedCallback() {
    if (this.#code) return;
    const place = this.querySelector(".program");
    this.#code = new LabCode(place, this.dataset.title, this.dataset.draft, () => this.#markEdited());
    this.#view = new LabView(this, this.#code, (position) => this.#stepper.go(position));
    this.#sharing = new LabSharing(this.querySelector(".link"));
    this.#stepper = this.#makeStepper();
    this.#explorer = this.#makeExplorer();
    this.#markEdited();
    if (this.hasAttribute("data-off")) return;
    for (const hidden of this.querySelectorAll("[data-script]")) hidden.hidden = false;
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("change", ({ target }) => {
      if (target.matches(".runtime, .granularity")) this.#changed();
    });
    addEventListener("pagehide", () => this.#explorer.stop());
    const linked = this.hasAttribute("data-linked") && follow((held) => this.#take(held));
    if (!linked) this.#beginWhenNear();
  }

  disconnectedCallback() {
    this.#near?.disconnect();
  }

  /** What the server is to step: `{code, runtime, granularity}`. */
  get program() {
    const runtime = this.#runtimes?.value ?? this.dataset.runtime;
    return { code: this.#code.text, runtime, granularity: this.querySelector(".granularity").value };
  }

  /** Whether the program is another than the one that the page came with. */
  get edited() {
    return this.#code.edited;
  }

  /** Loads an order into the stepper, for the learner to go through. */
  show(schedule) {
    this.#showOne(schedule);
  }

  get #runtimes() {
    return this.querySelector("select.runtime");
  }

  #makeStepper() {
    return new Stepper({
      moved: (from) => this.#moved(from),
      misfit: (index) =>
        this.#view.note(
          `This order fits the program only for ${index === 1 ? "its first choice" : `its first ${index} choices`}; then it names a thread that cannot go on, or what cannot be drawn. From there on the order is the usual one.`,
        ),
      cannot: (task) => {
        const { record, atEnd } = this.#stepper;
        if (record) this.#view.say(cannotWords(task, this.#view.tasks, atEnd && record), true);
      },
      working: (busy) => this.toggleAttribute("data-working", busy),
      waiting: (seconds, why) => this.#view.say(`${why} Trying again in ${seconds} s.`, true),
      refused: ({ message, field, line }) => this.#refused(message, field, line),
    });
  }

  #makeExplorer() {
    const hear = {
      said: (words) => this.#view.announce(words),
      busy: (busy) => this.#exploring(busy),
      ended: (end) => this.#tell("explored", end),
      refused: ({ words, field, line }) => this.#refused(words, field, line),
    };
    return new LabExplorer(this.querySelector(".explorer"), hear, () => this.#view.tasks);
  }

  // A lesson may have a lab far below: the server is asked when somebody comes near.
  #beginWhenNear() {
    this.#near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#near.disconnect();
      if (!this.#stepper.record) this.#restart();
    });
    this.#near.observe(this);
  }

  #click({ target }) {
    const button = target.closest("[data-do], [data-task], [data-draw]");
    if (!button) return;
    if (button.dataset.draw) return this.#stepper.draw(...button.dataset.draw.split(".").map(Number));
    if (button.dataset.task) return this.#stepper.choose(Number(button.dataset.task));
    switch (button.dataset.do) {
      case "edit":
        return this.#code.editing ? this.#done() : this.#edit();
      case "reset":
        return this.#reset();
      case "again":
        return this.#stepper.again();
      case "share":
        return this.#sharing.share({ ...this.program, schedule: this.#stepper.schedule });
      case "explore":
        return this.#explore();
      case "stop":
        return this.#explorer.stop();
      case "show":
        return this.#showOne(button.dataset.schedule);
      default:
        this.#walk(button.dataset.do);
    }
  }

  #key(event) {
    if (event.key === "Escape" && this.#code.editing && !event.isComposing) return this.#done();
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command.do === "choose") this.#stepper.choose(command.task);
    else this.#walk(command.do);
  }

  #walk(where) {
    switch (where) {
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
    this.#button("edit").focus();
    if (other) return this.#changed();
    this.#markEdited();
    if (this.#stepper.record) this.#view.show(this.#stepper, null);
  }

  #reset() {
    this.#code.reset();
    this.#changed();
  }

  #changed() {
    this.#code.close();
    this.#markEdited();
    this.#explorer.clear("What was found no longer counts. “Try every order” finds out what can come now.");
    this.#restart();
  }

  #restart(schedule = "") {
    this.#sharing.clear();
    this.#view.clear();
    this.#stepper.restart(this.program, schedule);
  }

  #moved(from) {
    this.#sharing.clear();
    this.#view.show(this.#stepper, from);
    const { record, position, atEnd } = this.#stepper;
    if (atEnd && record.end && from !== position) {
      this.#tell("reached", { end: record.end, schedule: record.schedule });
    }
  }

  #explore() {
    if (this.#explorer.busy) return;
    if (this.#code.editing) this.#done();
    this.#explorer.start(this.program);
    this.querySelector(".explorer").scrollIntoView({ block: "nearest" });
  }

  #exploring(busy) {
    const [came, went] = busy ? ["stop", "explore"] : ["explore", "stop"];
    const focused = document.activeElement === this.#button(went);
    this.#button(came).hidden = false;
    this.#button(went).hidden = true;
    if (focused) this.#button(came).focus();
  }

  #showOne(schedule) {
    this.#view.note("");
    this.#stepper.load(schedule);
    this.querySelector(".stage").focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  #refused(words, field, line) {
    if (field === "code") return this.#view.fault(words, line ?? null);
    if (field !== "schedule") return this.#view.fault(words);
    this.#restart();
    this.#view.note("What was to be loaded is no order of steps. Here is the usual one.");
  }

  #take(held) {
    if (!held) {
      this.#restart();
      this.#view.note("This link is broken; perhaps it was cut short. Here is the program that the lab begins with.");
      return;
    }
    this.#code.replace(held.code);
    this.#markEdited();
    this.querySelector(".granularity").value = held.granularity;
    const there = [...(this.#runtimes?.options ?? [])].some(({ value }) => value === held.runtime);
    if (there) this.#runtimes.value = held.runtime;
    this.#explorer.clear("");
    this.#restart(held.schedule);
    const { runtime } = this.program;
    if (!held.runtime || held.runtime === runtime) return;
    this.#view.note(
      `This order was made on Python ${held.runtime}, which is not installed here. On Python ${runtime} it may go otherwise.`,
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

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #button(name) {
    return this.querySelector(`.tools [data-do="${name}"]`);
  }
}

customElements.define("schedule-lab", ScheduleLab);
