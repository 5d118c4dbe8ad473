import "./demo-runner.js";
import { element } from "./dom.js";

/** Ends of a run that show nothing of what the program does. */
const NOTHING_CAME = ["stopped", "lost", "refused"];

/**
 * Asks what the learner expects of the demo that follows. Its form works by itself; here the run
 * sends it, and what the server then says of it is shown below the demo.
 */
class DemoPrediction extends HTMLElement {
  #demo = null;
  #sending = false;

  connectedCallback() {
    if (this.#demo || !this.querySelector("form")) return;
    this.#demo = this.nextElementSibling;
    // Where nothing can be run, the plain form stays what it is.
    if (this.#run().disabled) return;
    this.#demo.addEventListener("ran", ({ detail }) => this.#ran(detail));
    this.addEventListener("submit", (event) => this.#submit(event));
    this.addEventListener("click", (event) => event.target.closest("[data-skip]") && this.#skip());
    this.#dress();
  }

  #dress() {
    for (const later of this.querySelectorAll("[data-js]")) later.textContent = later.dataset.js;
    for (const only of this.querySelectorAll("[data-skip]")) only.hidden = false;
  }

  #submit(event) {
    event.preventDefault();
    this.#run().focus();
    this.#demo.start();
  }

  #skip() {
    this.#run().focus();
    this.hidden = true;
  }

  async #ran({ reason, id }) {
    const form = this.querySelector("form");
    const edited = !this.#demo.querySelector(".edited").hidden;
    if (this.#sending || !form || this.hidden || edited || !id) return;
    if (NOTHING_CAME.includes(reason)) return;
    if (form.matches(":invalid")) {
      this.hidden = true;
      return;
    }
    const answer = new URLSearchParams(new FormData(form));
    answer.set("run", id);
    this.#sending = true;
    const shown = await send(form.action, answer, this.id);
    this.#sending = false;
    if (shown) {
      this.className = shown.className;
      this.replaceChildren(...shown.childNodes);
      if (this.querySelector("form")) this.#dress();
      else this.#demo.after(this);
    } else if (!this.querySelector("[role=alert]")) {
      form.before(element("p", "hint", "Your answer could not be kept. The output shows what came."));
      form.previousElementSibling.setAttribute("role", "alert");
    }
    this.#demo.querySelector(".say").textContent = this.querySelector(".outcome")?.textContent ?? "";
  }

  #run() {
    return this.#demo.querySelector('.tools [data-do="run"]');
  }
}

/** What the page then shows at this id, or null when the server did not answer with a page that has it. */
async function send(action, answer, id) {
  try {
    const response = await fetch(action, { method: "POST", body: answer });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.getElementById(id);
  } catch {
    return null;
  }
}

customElements.define("demo-prediction", DemoPrediction);
