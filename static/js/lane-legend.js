import { element } from "./dom.js";

const KEY = [
  ["solid", "on a core"],
  ["core", "waits for a core"],
  ["gil", "waits for the GIL"],
  ["waits", "waits for something else"],
  ["asleep", "asleep"],
  ["wrote", "wrote"],
  ["link", "started, or was waited for"],
];

/** What the patterns mean, and in its place what the pointer or the keys are at. */
export class Legend {
  node = element("div", "legend");
  #words = element("p", "pointed");

  constructor() {
    const key = element("p", "key");
    for (const [name, words] of KEY) key.append(element("span", name, words));
    this.#words.hidden = true;
    this.node.append(key, this.#words);
  }

  tell(words) {
    if (this.#words.textContent === words) return;
    this.#words.textContent = words;
    this.#words.hidden = !words;
    this.node.classList.toggle("covered", Boolean(words));
  }
}
