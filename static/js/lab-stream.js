import { Refused, post } from "./lab-requests.js";

const LOST_CONNECTIONS = 5;
const NAMES = ["queued", "progress", "outcome", "refused", "end"];

/** How long an exploration that was told to stop may take to say so. */
const STOPPING_MS = 3000;

/**
 * One exploration, from the request to its end. What happens is told to `hear`:
 *
 * - `event(name, data)` for each event; the last is `end` or `refused`
 * - `waiting(seconds, why)` when the server is busy and will be asked again
 * - `reconnecting()` when the connection broke and is tried again
 * - `over(problem)` when it ends in no event: why, or null when it was stopped
 */
export class ExplorationStream {
  #hear;
  #source = null;
  #address = null;
  #stopped = new AbortController();

  constructor(request, hear) {
    this.#hear = hear;
    this.#ask(request);
  }

  /** Stops it, whether it waits or works. Safe while the page goes away. */
  stop() {
    this.#stopped.abort();
    if (!this.#address) return;
    fetch(this.#address, { method: "DELETE", keepalive: true }).catch(() => {});
    setTimeout(() => this.#source && this.#over(null), STOPPING_MS);
  }

  /** Stops it and tells nothing more. */
  forget() {
    this.#hear = { event() {}, waiting() {}, reconnecting() {}, over() {} };
    this.stop();
    this.#close();
  }

  async #ask(request) {
    const { signal } = this.#stopped;
    const waiting = (seconds, why) => this.#hear.waiting(seconds, why);
    try {
      const { id, events } = await post("/api/explorations", request, { waiting, signal });
      this.#address = `/api/explorations/${encodeURIComponent(id)}`;
      this.#follow(events);
    } catch (problem) {
      if (signal.aborted) return this.#hear.over(null);
      if (!(problem instanceof Refused)) throw problem;
      this.#hear.over(problem);
    }
  }

  #follow(events) {
    const source = (this.#source = new EventSource(events));
    let failures = 0;
    for (const name of NAMES) {
      source.addEventListener(name, ({ data }) => {
        failures = 0;
        if (name === "end" || name === "refused") this.#close();
        this.#hear.event(name, JSON.parse(data));
      });
    }
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED && ++failures <= LOST_CONNECTIONS) {
        return this.#hear.reconnecting();
      }
      if (this.#stopped.signal.aborted) return this.#over(null);
      this.stop();
      this.#over(new Refused("The connection was lost; please try again."));
    };
  }

  #over(problem) {
    this.#close();
    this.#hear.over(problem);
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    this.#address = null;
  }
}
