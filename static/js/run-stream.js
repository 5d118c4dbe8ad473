import { reason } from "./problem.js";

const TRIES = 5;
const PATIENT_TRIES = 60;
const LOST_CONNECTIONS = 5;

/**
 * One run, from the request to its last event. What happens is told to `hear`:
 *
 * - `event(name, data)` for each event of the run; the last is `end`
 * - `waiting(seconds, why)` when the runner is busy and will be asked again by itself
 * - `refused(why, status)` when there will be no run; the status is that of the answer, if there is one
 * - `cancelled()` when it was stopped before there was a run
 * - `reconnecting()` when the connection broke and the browser tries it again, `reconnected()` when
 *   that went well
 * - `gone()` when the run cannot be followed any more
 */
export class Run {
  /** What the server calls it, once it has taken it. */
  id = null;
  #hear;
  #address = null;
  #source = null;
  #stopping = false;
  #wake = () => {};

  /** The run's own, once there is one. */
  id = null;

  /**
   * @param request `{demo, runtime}` or `{code, runtime, network}`
   * @param patient whether a busy runner is asked again for minutes: many runs are to follow
   */
  constructor(request, hear, patient = false) {
    this.#hear = hear;
    this.#ask(JSON.stringify(request), patient ? PATIENT_TRIES : TRIES);
  }

  /** Stops it, whether it waits or runs. Safe while the page goes away. */
  stop() {
    this.#stopping = true;
    this.#wake();
    if (this.#address) fetch(this.#address, { method: "DELETE", keepalive: true }).catch(() => {});
  }

  async #ask(body, tries) {
    for (let left = tries; ; left--) {
      const response = await post(body);
      if (response?.status === 201) return this.#follow(await response.json());
      if (this.#stopping) return this.#hear.cancelled();
      if (!response) return this.#hear.refused("The server cannot be reached; please try again.");
      const why = await reason(response);
      if (response.status !== 429 || left === 0) return this.#hear.refused(why, response.status);
      const pause = Math.max(1, Number(response.headers.get("Retry-After")) || 2);
      this.#hear.waiting(pause, why);
      await this.#sleep(pause);
      if (this.#stopping) return this.#hear.cancelled();
    }
  }

  #sleep(pause) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause * 1000);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #follow({ id, events }) {
    this.id = id;
    this.#address = `/api/runs/${encodeURIComponent(id)}`;
    if (this.#stopping) this.stop();
    const source = new EventSource(events);
    this.#source = source;
    let failures = 0;
    for (const name of ["queued", "started", "task", "output", "usage", "truncated", "end"]) {
      source.addEventListener(name, (message) => {
        failures = 0;
        if (name === "end") this.#close();
        this.#hear.event(name, JSON.parse(message.data));
      });
    }
    source.onopen = () => failures > 0 && this.#hear.reconnected();
    source.onerror = () => {
      const again = source.readyState !== EventSource.CLOSED && ++failures <= LOST_CONNECTIONS;
      if (again) return this.#hear.reconnecting();
      // Nobody hears it any more. A browser may end the stream before it says that the page goes.
      this.stop();
      this.#close();
      this.#hear.gone();
    };
  }

  #close() {
    this.#source.close();
    this.#address = null;
  }
}

async function post(body) {
  try {
    return await fetch("/api/runs", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
  } catch {
    return null;
  }
}
