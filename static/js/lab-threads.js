import { element } from "./dom.js";
import { beside, hue, label } from "./lab-names.js";
import { stateWords } from "./lab-words.js";

/**
 * The threads of a program: what each does, and a button for its next step. A button that cannot be
 * used now stays where it is and keeps the focus.
 */
export class LabThreads {
  #list;
  #rows = new Map();

  /** @param list an empty list element */
  constructor(list) {
    this.#list = list;
  }

  /**
   * @param tasks by number
   * @param choices the numbers of those that can go on
   * @param next the number of the one that goes on in this order, if there is one
   */
  show(tasks, choices, next) {
    for (const number of this.#rows.keys()) {
      if (!tasks.has(number)) {
        this.#rows.get(number).remove();
        this.#rows.delete(number);
      }
    }
    for (const [number, task] of [...tasks].sort(([a], [b]) => a - b)) {
      this.#fill(this.#rows.get(number) ?? this.#add(number), number, task, tasks, choices, next);
    }
  }

  clear() {
    this.#rows.clear();
    this.#list.replaceChildren();
  }

  #add(number) {
    const row = element("li", "thread");
    const who = element("b", `who t${hue(number)}`, label(number));
    const words = element("p", "doing");
    words.id = `${this.#list.id}-${number}`;
    const button = element("button", "btn step");
    button.type = "button";
    button.dataset.task = number;
    button.append("Step");
    if (number <= 9) {
      const key = element("kbd", "", String(number));
      key.ariaHidden = "true";
      button.append(key);
      button.setAttribute("aria-keyshortcuts", String(number));
    }
    button.setAttribute("aria-describedby", words.id);
    row.append(who, element("span", "called"), words, button);
    this.#rows.set(number, row);
    const after = [...this.#rows.keys()].filter((other) => other > number).sort((a, b) => a - b)[0];
    this.#list.insertBefore(row, this.#rows.get(after) ?? null);
    return row;
  }

  #fill(row, number, task, tasks, choices, next) {
    const can = choices.includes(number);
    row.querySelector(".called").textContent = beside(number, task.name);
    row.querySelector(".doing").replaceChildren(...stateWords(task, tasks, can));
    const button = row.querySelector("button");
    button.setAttribute("aria-disabled", !can);
    button.setAttribute("aria-label", `Step ${label(number)}`);
    button.classList.toggle("usual", number === next);
    row.dataset.state = task.state;
    row.classList.toggle("fresh", Boolean(task.fresh));
  }
}
