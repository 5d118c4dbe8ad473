import { copy } from "./clipboard.js";
import { element } from "./dom.js";
import { reason } from "./problem.js";

/**
 * What can be done with a run that has ended, while the server still has it: taking it away as a
 * trace file, and sharing it.
 */
export class KeptRun {
  #place;
  #id = null;
  #words;

  /** @param place the element with the class `keep` */
  constructor(place) {
    this.#place = place;
    this.#words = place.querySelector("[role=status]");
    place.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-keep]");
      if (button?.dataset.keep === "trace") this.#download();
      else if (button) this.#share(button);
    });
  }

  /** There is no run any more, or another begins. */
  clear() {
    this.#id = null;
    this.#place.hidden = true;
    this.#place.querySelector(".share-link")?.remove();
    this.#say("");
  }

  /**
   * Offers a run.
   *
   * @param id of a run that has ended; null when the server has none
   */
  offer(id) {
    this.#id = id;
    this.#place.hidden = id === null;
    for (const button of this.#buttons) button.hidden = false;
  }

  get #buttons() {
    return this.#place.querySelectorAll("[data-keep]");
  }

  async #download() {
    const id = this.#id;
    const response = await ask(`/api/runs/${encodeURIComponent(id)}?format=trace`);
    if (id !== this.#id) return;
    if (!response?.ok) return this.#refused(response);
    const link = element("a", "");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `interleave-${id}.trace.json`;
    link.click();
    // The browser reads it in its own time; a minute is plenty.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#say("Open the file at ui.perfetto.dev.");
  }

  async #share(button) {
    const id = this.#id;
    button.disabled = true;
    const response = await ask("/api/shares", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ run: id }),
    });
    button.disabled = false;
    if (id !== this.#id) return;
    if (!response?.ok) return this.#refused(response);
    const { path } = await response.json();
    await this.#show(new URL(path, location.href).href, button);
  }

  async #show(address, button) {
    button.hidden = true;
    const label = element("label", "share-link", "Link");
    const field = element("input", "");
    field.readOnly = true;
    field.value = address;
    field.addEventListener("focus", () => field.select());
    label.append(field);
    this.#words.before(label);
    const copied = await copy(address);
    field.focus();
    this.#say(
      (copied ? "Copied. " : "Press Ctrl+C to copy it. ") +
        "Whoever has the link can see this program and this run.",
    );
  }

  async #refused(response) {
    // Its run is gone for good; anything else may be tried again.
    if (response?.status === 404) for (const button of this.#buttons) button.hidden = true;
    this.#say(response ? await reason(response) : "The server cannot be reached; please try again.");
  }

  #say(words) {
    this.#words.textContent = words;
  }
}

async function ask(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    return null;
  }
}
