import { element } from "./dom.js";
import { Lanes } from "./lanes.js";
import { Replay } from "./replay.js";
import { TimeAxis } from "./time-axis.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * The lanes of several runs that are over, one below the other on one time axis: where one of them is
 * looked at closely, replayed or pointed at, so are all.
 */
export class AlignedLanes {
  #place;
  #axis = new TimeAxis();
  #replay = new Replay(this, calm);
  #controls = element("div", "lanes controls");
  #strips = [];
  #shown = [];
  #last = 0;
  #at = null;

  /** @param place whatever was there goes */
  constructor(place) {
    this.#place = place;
    this.#controls.append(this.#replay.node);
  }

  /** @param runs `[{title, note, mark, timeline}]`, at least one; `note` and `mark` may be empty */
  show(runs) {
    this.#last = Math.max(...runs.map(({ timeline }) => timeline.last));
    this.#at = null;
    runs.forEach(({ timeline }, i) => {
      if (this.#strips[i]) this.#strips[i].lanes.show(timeline);
      else this.#strips.push(this.#strip(timeline));
      this.#strips[i].lanes.setRange(this.#last / 1000);
      label(this.#strips[i], runs[i]);
    });
    this.#shown = this.#strips.slice(0, runs.length);
    this.#place.replaceChildren(...this.#shown.map(({ node }) => node), this.#controls);
  }

  /** What the replay goes through: all of them at once. */
  get timeline() {
    return { end: {}, last: this.#last };
  }

  get axis() {
    return this.#axis;
  }

  get at() {
    return this.#at;
  }

  seek(t) {
    this.#at = t;
    for (const { lanes } of this.#shown) lanes.seek(t);
  }

  zoom(factor) {
    this.#axis.zoom(factor, this.#at ?? undefined);
    this.#moved();
  }

  zoomOut() {
    this.#axis.showAll();
    this.#moved();
  }

  #moved() {
    for (const { lanes } of this.#shown) lanes.changed();
  }

  #strip(timeline) {
    const node = element("div", "strip");
    node.role = "group";
    const head = element("p", "head");
    const place = element("div", "lanes");
    node.append(head, place);
    const lanes = new Lanes(place, timeline, {
      axis: this.#axis,
      replay: this.#replay,
      moved: () => this.#moved(),
      point: (t) => {
        for (const other of this.#shown) if (other.lanes !== lanes) other.lanes.follow(t);
      },
    });
    return { node, head, lanes };
  }
}

function label({ node, head }, { title, note, mark }) {
  node.ariaLabel = `Lanes: ${note ? `${title}, ${note}` : title}`;
  head.replaceChildren(element("b", "", title));
  if (note) head.append(element("small", "", note));
  if (mark) head.append(element("span", "mark", mark));
}
