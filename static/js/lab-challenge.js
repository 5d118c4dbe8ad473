import "./schedule-lab.js";
import { post } from "./lab-requests.js";
import { showVerdict } from "./lab-verdict.js";

/**
 * A challenge around a lab: the server judges the order that was gone through to its end, and the
 * program that is to go wrong in none. Its markup says what is to be done.
 */
class LabChallenge extends HTMLElement {
  #lab = null;
  #reached = null;
  #shows = "";
  #busy = false;

  connectedCallback() {
    this.#lab ??= this.querySelector("schedule-lab");
    if (this.#lab.hasAttribute("data-off")) return;
    this.#find(".judge").hidden = false;
    this.addEventListener("reached", ({ detail }) => this.#arrived(detail));
    this.addEventListener("change", () => this.#update());
    this.addEventListener("keyup", () => this.#update());
    this.addEventListener("click", ({ target }) => {
      this.#update();
      const judge = target.closest("[data-judge]");
      if (judge) this.#click(judge);
    });
    this.#update();
  }

  #arrived({ schedule }) {
    this.#reached = { schedule, code: this.#lab.program.code };
    this.#update();
  }

  /** What can be checked now; a button that cannot be used says why. */
  #update() {
    const edited = this.#lab.edited;
    const order = !edited && this.#reached?.code === this.#lab.program.code;
    this.#enable("break", order);
    this.#enable("fix", edited);
    const broken = this.#goal("break").hasAttribute("data-met");
    this.#find(".ask").textContent = edited
      ? "When you think that no order goes wrong, have your program checked."
      : order
        ? "You are through this order. Did it go wrong? Have it checked."
        : broken
          ? "Change the program with Edit, and have it checked."
          : "Go to the end of an order that goes wrong, and have it checked.";
  }

  #click(button) {
    if (button.dataset.judge === "show") return this.#lab.show(this.#shows);
    if (button.getAttribute("aria-disabled") === "true" || this.#busy) return this.#say(this.#find(".ask").textContent);
    const { code, runtime } = this.#lab.program;
    if (button.dataset.judge === "break") this.#judge("break", { schedule: this.#reached.schedule, runtime });
    else this.#judge("fix", { code, runtime });
  }

  async #judge(goal, what) {
    this.#busy = true;
    this.#find(".shown").hidden = true;
    this.#say(goal === "fix" ? "Trying every order of your program." : "Checking.");
    const answer = await this.#ask({ demo: this.dataset.demo, ...what });
    this.#busy = false;
    this.#show(answer.verdict);
    if (!answer.tries) return;
    this.#mark("break", answer.broken, answer.tries.break);
    this.#mark("fix", answer.fixed, answer.tries.fix);
    this.#shows = answer.schedule ?? "";
    this.#find(".shown").hidden = !(goal === "fix" && !answer.met && answer.outcome);
    this.#update();
    this.#find(".judge").scrollIntoView({ block: "nearest" });
  }

  async #ask(what) {
    const waiting = (seconds, why) => this.#say(`${why} Trying again in ${seconds} s.`);
    try {
      return await post(this.dataset.post, what, { waiting, signal: new AbortController().signal });
    } catch ({ message, line }) {
      return { verdict: { state: "none", words: line ? `${message} (line ${line})` : message } };
    }
  }

  #mark(goal, met, tries) {
    const node = this.#goal(goal);
    node.toggleAttribute("data-met", met);
    const [done, open] = goal === "break" ? ["Broken", "Not broken yet"] : ["Fixed", "Not fixed yet"];
    const count = tries ? `, ${tries} ${tries === 1 ? "try" : "tries"}` : "";
    node.querySelector(".met small").textContent = `${met ? done : open}${count}.`;
  }

  #enable(goal, can) {
    this.#find(`[data-judge="${goal}"]`).setAttribute("aria-disabled", !can);
  }

  #say(words) {
    this.#show({ state: "none", words });
  }

  #show(verdict) {
    showVerdict(this.#find(".verdict"), verdict);
  }

  #goal(name) {
    return this.#find(`[data-goal="${name}"]`);
  }

  #find(selector) {
    return this.querySelector(selector);
  }
}

customElements.define("lab-challenge", LabChallenge);
