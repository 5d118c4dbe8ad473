import { element } from "./dom.js";
import { moment } from "./units.js";

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4];
const JUMP_MS = 500;

/** The controls that go through a finished run again, and those that look closer. */
export class Replay {
  node = element("div", "replay");
  #lanes;
  #calm;
  #play = button("Play", "play");
  #speed = element("select", "btn");
  #slider = element("input", "");
  #clock = element("span", "clock");
  #whole = button("All", "whole", "Show the whole run");
  #at = null;
  #before = 0;
  #timer = 0;

  /**
   * @param lanes what it replays: the {@link Lanes} of a run, or {@link AlignedLanes}
   * @param calm the media query for those who want little motion: then a replay goes in jumps
   */
  constructor(lanes, calm) {
    this.#lanes = lanes;
    this.#calm = calm;
    for (const speed of SPEEDS) this.#speed.append(new Option(`${speed}×`, speed, speed === 1, speed === 1));
    this.#speed.ariaLabel = "Speed";
    Object.assign(this.#slider, { type: "range", min: 0, step: "any", ariaLabel: "Moment of the run" });
    const closer = button("+", "closer", "Zoom in");
    const farther = button("−", "farther", "Zoom out");
    this.#play.addEventListener("click", () => this.toggle());
    this.#slider.addEventListener("input", () => this.#slide());
    closer.addEventListener("click", () => lanes.zoom(0.5));
    farther.addEventListener("click", () => lanes.zoom(2));
    this.#whole.addEventListener("click", () => lanes.zoomOut());
    const more = element("div", "more");
    more.append(this.#clock, this.#speed, farther, closer, this.#whole);
    this.node.append(this.#play, this.#slider, more);
  }

  get playing() {
    return this.#timer !== 0;
  }

  /** Ends a replay without a word to anybody; another run begins. */
  reset() {
    this.#stop();
    this.#at = null;
  }

  toggle() {
    if (this.playing) this.#stop();
    else if (this.#lanes.timeline.end) this.#go();
  }

  /** Goes to a moment of a finished run; the end shows all of it. */
  seek(t) {
    const { end, last } = this.#lanes.timeline;
    if (!end) return;
    this.#at = t >= last ? null : Math.max(0, t);
    this.#lanes.seek(this.#at);
  }

  /** Shows where the replay is. */
  tell() {
    const { timeline, at } = this.#lanes;
    const { end, last } = timeline;
    const ready = Boolean(end);
    this.#play.disabled = this.#slider.disabled = !ready;
    this.#slider.max = this.#lanes.axis.whole;
    if (document.activeElement !== this.#slider || Number(this.#slider.value) !== at) {
      this.#slider.value = at ?? last;
    }
    const [now, all] = ready ? [moment(at ?? last), ` of ${moment(last)}`] : ["", ""];
    if (this.#slider.ariaValueText !== now + all) {
      this.#clock.replaceChildren(now, element("span", "", all));
      this.#slider.ariaValueText = now + all;
    }
    this.#whole.disabled = !this.#lanes.axis.zoomed;
  }

  #go() {
    if (this.#at === null) this.seek(0);
    this.#play.textContent = "Pause";
    this.#before = performance.now();
    this.#next();
  }

  #next() {
    this.#timer = requestAnimationFrame(() => this.#step());
  }

  #step() {
    const now = performance.now();
    // In jumps for those who want little motion.
    if (this.#calm.matches && now - this.#before < JUMP_MS) return this.#next();
    this.seek(this.#at + (now - this.#before) * 1000 * Number(this.#speed.value));
    this.#before = now;
    if (this.#at === null) this.#stop();
    else this.#next();
  }

  #stop() {
    cancelAnimationFrame(this.#timer);
    this.#timer = 0;
    this.#play.textContent = "Play";
  }

  #slide() {
    this.#stop();
    this.seek(Number(this.#slider.value));
  }
}

function button(words, name, label) {
  const node = element("button", `btn ${name}`, words);
  node.type = "button";
  if (label) node.ariaLabel = node.title = label;
  return node;
}
