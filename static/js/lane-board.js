import { element } from "./dom.js";
import { Fingers } from "./fingers.js";
import { MOST_LANES } from "./lane-names.js";
import { firstFrom } from "./paint-lanes.js";
import { moment } from "./units.js";

const REACH = 8;
const KEYS = "Left and right go from output to output, up and down from task to task.";

/** The part of the lanes that is drawn on, and what pointers and keys do there. */
export class Board {
  node = element("div", "board");
  cores = canvas("cores");
  lanes = canvas("tasks");
  time = canvas("time");
  names = element("ol", "names");
  scroll = element("div", "lane-scroll");

  /** How wide the drawings may be, in pixels; 0 while it cannot be seen. */
  width = 0;

  /** How far the lanes are scrolled, in pixels. */
  top = 0;
  #lanes;
  #busy = element("p", "busy");
  #say = element("p", "sr");
  #drag = null;
  #height = 0;
  #told = "";

  /** @param lanes the {@link Lanes} that this is part of */
  constructor(lanes) {
    this.#lanes = lanes;
    this.#say.role = "status";
    this.scroll.role = "application";
    this.scroll.tabIndex = 0;
    this.scroll.append(this.names, this.lanes);
    this.node.append(this.#busy, this.cores, this.scroll, this.time, this.#say);
    for (const place of [this.cores, this.lanes, this.time]) {
      place.addEventListener("pointermove", (event) => this.#move(event));
      place.addEventListener("pointerdown", (event) => this.#down(event));
      place.addEventListener("pointerup", () => (this.#drag = null));
      place.addEventListener("pointercancel", () => (this.#drag = null));
      place.addEventListener("pointerleave", () => this.#leave());
      place.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    }
    new Fingers(this.node, lanes, (event) => this.#down(event));
    new ResizeObserver(() => this.#measure()).observe(this.scroll);
    this.scroll.addEventListener("scroll", () => this.#measure(), { passive: true });
    this.scroll.addEventListener("keydown", (event) => this.#key(event));
    this.scroll.addEventListener("blur", () => this.#lanes.choose(null));
  }

  /** Takes the height of all lanes; returns how much of it can be seen. */
  fit(height) {
    const seen = Math.min(height, Math.max(220, Math.min(560, innerHeight * 0.65)));
    if (seen !== this.#height) this.scroll.style.blockSize = `${seen}px`;
    this.#height = seen;
    return seen;
  }

  /** Scrolls so that a lane can be seen. */
  reveal(top, pitch) {
    const { scrollTop, clientHeight } = this.scroll;
    if (top < scrollTop) this.scroll.scrollTop = top;
    else if (top + pitch > scrollTop + clientHeight) this.scroll.scrollTop = top + pitch - clientHeight;
  }

  /** Says how many cores were busy at a moment, or in the mean where that is null. */
  tellCores(timeline, cores, t, when) {
    const busy = t === null ? mean(timeline) : timeline.busyAt(t);
    const words = [busy === null ? "–" : busy.toFixed(2), `of ${cores} cores busy`, t === null ? "on average" : when];
    if (timeline.cores === null) words[1] = "cores busy";
    else if (cores === 1) words[1] = "of 1 core busy";
    if (words.join() === this.#told) return;
    this.#told = words.join();
    const labels = [];
    for (let core = 1; core <= cores; core += cores > 8 ? 4 : 1) {
      const label = element("small", "core", `${core}`);
      if (core === 1 || core === cores) label.append(element("i", "", core === 1 ? " core" : " cores"));
      label.style.setProperty("--core", core / cores);
      labels.push(label);
    }
    const number = element("b", "", words[0]);
    this.#busy.replaceChildren(number, element("span", "", words[1]), element("span", "when", words[2]), ...labels);
  }

  /** Names the picture for those who do not see it. */
  label({ lanes }, now) {
    const more = lanes.length > MOST_LANES ? `, ${MOST_LANES} of them drawn` : "";
    const words = `Lanes of ${lanes.length} ${lanes.length === 1 ? "task" : "tasks"}${more} over ${moment(now)}. ${KEYS}`;
    if (this.scroll.ariaLabel !== words) this.scroll.ariaLabel = words;
  }

  /** Says something to screen readers. */
  say(words) {
    this.#say.textContent = words;
  }

  // Not asked with every frame: while much is written, that would lay the page out twice.
  #measure() {
    const { clientWidth, offsetWidth, scrollTop } = this.scroll;
    this.width = clientWidth - this.#busy.offsetWidth;
    this.top = scrollTop;
    this.node.parentNode.style.setProperty("--bar", `${offsetWidth - clientWidth}px`);
    this.#lanes.changed();
  }

  #place({ clientX, clientY }) {
    const box = this.lanes.getBoundingClientRect();
    const x = clientX - box.left;
    const { axis, rows } = this.#lanes;
    const inside = clientY >= box.top && clientY < box.bottom;
    const row = inside ? rows.at(clientY - box.top + this.top) : undefined;
    const lane = row?.lane ?? null;
    return { x, t: Math.max(0, axis.t(x)), lane, output: lane && nearest(lane.outputs, axis, x) };
  }

  #move(event) {
    const { axis } = this.#lanes;
    const place = this.#place(event);
    if (this.#drag?.scrub) return this.#lanes.replay.seek(place.t);
    if (this.#drag && axis.zoomed) {
      this.#lanes.move(axis.part(this.#drag.x - place.x));
      this.#drag.x = place.x;
      return;
    }
    this.#lanes.point(place);
    this.#lanes.choose(place.output);
    event.target.style.cursor = place.output ? "pointer" : "";
  }

  #down(event) {
    if (event.button !== 0) return;
    const place = this.#place(event);
    const scrub = event.target !== this.lanes;
    if (scrub) this.#lanes.replay.seek(place.t);
    this.#drag = { scrub, x: place.x };
    event.target.setPointerCapture(event.pointerId);
    if (scrub) return;
    this.#lanes.point(place);
    this.#lanes.choose(place.output);
  }

  #leave() {
    this.#lanes.point(null);
    if (document.activeElement !== this.scroll) this.#lanes.choose(null);
  }

  #wheel(event) {
    const { axis } = this.#lanes;
    const across = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey) {
      this.#lanes.zoom(Math.exp(Math.max(-50, Math.min(50, event.deltaY)) / 120), this.#place(event).t);
    } else if (axis.zoomed && Math.abs(across) > 0) this.#lanes.move(axis.part(across));
    else return;
    event.preventDefault();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#pressed(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key is for; returns whether it is for anything. */
  #pressed(key, shift) {
    const lanes = this.#lanes;
    const { outputs } = lanes.timeline;
    const { marked } = lanes;
    switch (key) {
      case "ArrowLeft":
        if (shift) lanes.move(-0.25);
        else lanes.choose(outputs[Math.max(0, (marked?.index ?? outputs.length) - 1)], true);
        return true;
      case "ArrowRight":
        if (shift) lanes.move(0.25);
        else lanes.choose(outputs[Math.min(outputs.length - 1, (marked?.index ?? -1) + 1)], true);
        return true;
      case "ArrowUp":
      case "ArrowDown":
        lanes.choose(beside(lanes.rows.rows, marked ?? outputs[0], key === "ArrowUp" ? -1 : 1), true);
        return true;
      case "Home":
        lanes.choose(outputs[0], true);
        return true;
      case "End":
        lanes.choose(outputs.at(-1), true);
        return true;
      case "Enter":
        lanes.go();
        return true;
      case "Escape":
        if (!marked) return false;
        lanes.choose(null);
        return true;
      case " ":
        lanes.replay.toggle();
        return true;
      case "+":
      case "=":
        lanes.zoom(0.5);
        return true;
      case "-":
        lanes.zoom(2);
        return true;
      case "0":
        lanes.zoomOut();
        return true;
    }
    return false;
  }
}

/** The write nearest to a place, if one is near. */
function nearest(outputs, axis, x) {
  let best = null;
  let least = REACH;
  for (let i = firstFrom(outputs, axis.t(x - REACH)); i < outputs.length; i++) {
    const away = Math.abs(axis.x(outputs[i].t) - x);
    if (away < least) [best, least] = [outputs[i], away];
    else if (axis.x(outputs[i].t) > x) break;
  }
  return best;
}

/** The write of the next lane up or down that wrote, nearest in time. */
function beside(rows, output, step) {
  if (!output) return null;
  let i = rows.findIndex(({ lane }) => lane === output.lane) + step;
  while (rows[i] && rows[i].lane.outputs.length === 0) i += step;
  const near = rows[i]?.lane.outputs ?? [output];
  return near.reduce((a, b) => (Math.abs(b.t - output.t) < Math.abs(a.t - output.t) ? b : a));
}

function mean({ end, samples, last }) {
  if (end?.wallMs > 0 && end.cpuMs >= 0) return end.cpuMs / end.wallMs;
  const busy = samples.reduce((sum, { from, to, total }) => sum + total * (to - from), 0);
  return last > 0 && samples.length ? busy / last : null;
}

function canvas(name) {
  const node = element("canvas", name);
  node.ariaHidden = "true";
  return node;
}
