import { eventsOf, originOf } from "./recordings.js";
import { ended } from "./states.js";
import { Timeline } from "./timeline.js";

/** The button that shows recorded runs side by side, and the words beside it. */
export class RecordedComparison {
  #place;
  #words;
  #button;
  #about;
  #offered = false;

  /** @param place the element with the class `recorded` */
  constructor(place) {
    this.#place = place;
    this.#words = place.querySelector(".words");
    this.#button = place.querySelector("button");
    this.#about = place.querySelector("small");
  }

  /**
   * To be called when any of these may have changed.
   *
   * @param rows what it would show
   * @param originals how many of their programs have been edited
   * @param only whether there is nothing to run
   * @param missing the names of Pythons that are not installed
   */
  update(rows, { originals, only, missing }) {
    const ofWhat = originals ? ` of the original${originals > 1 ? "s" : ""}` : "";
    this.#button.textContent = `Show the recorded comparison${ofWhat}`;
    this.#button.classList.toggle("plain", !only && !this.#offered);
    this.#about.textContent = originOf(rows.map(({ recording }) => recording));
    this.#place.hidden = rows.length === 0;
    if (this.#offered) return;
    const verb = missing.length > 1 ? "are" : "is";
    this.#say(missing.length ? `Python ${missing.join(" and ")} ${verb} not installed here.` : "");
  }

  /** Programs run, so that there is no need of it. */
  hide() {
    this.#offered = false;
    // It does not vanish under somebody's hands.
    this.#place.hidden = !this.#place.contains(document.activeElement);
  }

  /** Offers it while the runner is busy. */
  offer() {
    this.#offered = true;
    this.#button.classList.remove("plain");
    this.#place.hidden = false;
    this.#say("Meanwhile you can look at a comparison that was recorded.");
  }

  /**
   * Fetches the recorded runs of rows, which take them. Answers whether all could be had, and says so
   * if not.
   */
  async load(rows) {
    const found = await Promise.all(
      rows.map(({ demo, recording }) => eventsOf(demo.dataset.demo, recording.runtime)),
    );
    const complete = found.every((events) => events !== null);
    this.#offered = false;
    if (complete) rows.forEach(({ runs }, i) => runs.push(runOf(found[i])));
    else this.#say("The recorded runs cannot be had right now; please try again.");
    return complete;
  }

  #say(words) {
    this.#words.textContent = words;
    this.#words.hidden = !words;
  }
}

function runOf(events) {
  const timeline = Timeline.of(events);
  const { limits } = events.find(({ event }) => event === "started").data;
  const { end, lanes } = timeline;
  return { ...end, words: ended(end, limits), tasks: lanes.length, timeline };
}
