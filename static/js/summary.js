import { element } from "./dom.js";
import { kindOf } from "./tasks.js";
import { seconds, size } from "./units.js";

const NAMED = 12;

/** What a run used, and who took part in it. */
export class Summary {
  #place;
  #cast;
  #met = new Map();
  #clock = 0;

  constructor(place) {
    this.#place = place;
    this.#cast = place.querySelector(".cast");
  }

  clear() {
    this.over();
    this.#met.clear();
    this.#cast.replaceChildren();
    this.#cast.hidden = true;
    this.#place.querySelector("dl").hidden = false;
    this.#place.querySelector('[data-do="copy-output"]').hidden = true;
    for (const value of this.#place.querySelectorAll("[data-sum]")) value.textContent = "–";
  }

  /** The program has begun: from now on the time runs. */
  began() {
    const start = performance.now();
    clearInterval(this.#clock);
    this.#clock = setInterval(() => this.#set("wall", seconds(performance.now() - start)), 100);
  }

  /** A task showed itself, or has a new name. */
  met(task) {
    const known = this.#met.get(task);
    if (known) {
      known.textContent = task.label;
      return;
    }
    const who = element("span", `who t${task.hue}`, task.label);
    who.classList.toggle("again", task.again);
    this.#met.set(task, who);
    this.#cast.hidden = false;
    this.#set("tasks", String(this.#met.size));
    const more = this.#met.size - NAMED;
    if (more > 1) this.#cast.lastChild.textContent = `and ${more} more`;
    else this.#cast.append(item(more === 1 ? ["and 1 more"] : [who, element("small", "", kindOf(task))]));
  }

  /** Takes the data of the `end` event. */
  ended({ wallMs, cpuMs, peakMemoryBytes }, tasks) {
    this.over();
    this.#set("wall", seconds(wallMs));
    this.#set("cpu", seconds(cpuMs));
    this.#set("cores", wallMs > 0 ? (cpuMs / wallMs).toFixed(2) : "–");
    this.#set("memory", peakMemoryBytes > 0 ? size(peakMemoryBytes) : "–");
    this.#set("tasks", String(tasks));
  }

  /** Stops the clock. */
  over() {
    clearInterval(this.#clock);
  }

  #set(name, text) {
    this.#place.querySelector(`[data-sum="${name}"]`).textContent = text;
  }
}

function item(content) {
  const node = element("li", "");
  node.append(...content);
  return node;
}
