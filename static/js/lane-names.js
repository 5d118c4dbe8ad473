import { element } from "./dom.js";
import { kindOf } from "./tasks.js";
import { doingWords } from "./waits.js";

/** How many lanes are drawn at most; the table names the others. */
export const MOST_LANES = 256;

// Heights in pixels: of a lane in all, of the room above for the marks of its output, and of itself.
const SIZES = [
  { name: "roomy", upTo: 12, pitch: 44, marks: 12, body: 24 },
  { name: "close", upTo: 24, pitch: 30, marks: 8, body: 17 },
  { name: "tight", upTo: Infinity, pitch: 23, marks: 6, body: 13 },
];
const FRAME = { above: 4, below: 7, gap: 8 };

/**
 * The names at the left of the lanes, each process a frame around its threads, and with that the
 * place of every lane: `rows` are `{lane, top}`, `size` the heights, `height` that of all.
 */
export class LaneNames {
  rows = [];
  size = SIZES[0];
  height = 0;
  #list;
  #notes = new Map();

  constructor(list) {
    this.#list = list;
  }

  /** Takes the tasks as they are now. */
  show(timeline) {
    const groups = timeline.groups();
    const count = Math.min(timeline.lanes.length, MOST_LANES);
    this.size = SIZES.find(({ upTo }) => count <= upTo);
    this.rows = [];
    this.#notes.clear();
    let left = count;
    let top = 0;
    const processes = [];
    for (const { lanes } of groups) {
      if (left <= 0) break;
      const process = element("li", "process");
      const threads = element("ol", "");
      top += FRAME.above;
      for (const lane of lanes.slice(0, left)) {
        this.rows.push({ lane, top });
        top += this.size.pitch;
        if (lane === lanes[0]) process.append(this.#name(lane));
        else threads.append(item(this.#name(lane)));
      }
      left -= lanes.length;
      top += FRAME.below + FRAME.gap;
      if (threads.childElementCount) process.append(threads);
      processes.push(process);
    }
    this.height = top - FRAME.gap;
    this.#list.className = `names ${this.size.name}`;
    this.#list.style.setProperty("--pitch", `${this.size.pitch}px`);
    this.#list.style.setProperty("--marks", `${this.size.marks}px`);
    this.#list.style.setProperty("--body", `${this.size.body}px`);
    this.#list.replaceChildren(...processes);
  }

  /** Writes beside each name what its task does at a moment; without one, what it is. */
  tell(timeline, t) {
    for (const [lane, note] of this.#notes) {
      const words = t === null ? kind(lane) : doingWords(timeline.doing(lane, t)) || "not there";
      if (note.textContent !== words) note.textContent = words;
    }
  }

  /** The row at a height, or undefined. */
  at(y) {
    return this.rows.findLast(({ top }) => top <= y);
  }

  #name(lane) {
    const { task } = lane;
    const name = element("div", "name");
    const who = element("b", `who t${task.hue}`, short(lane));
    who.classList.toggle("again", task.again);
    who.title = task.label;
    const note = element("small", "", kind(lane));
    this.#notes.set(lane, note);
    name.append(who, note);
    return name;
  }
}

/** Within the frame of its process a thread needs not say which that is. */
function short(lane) {
  return lane.process ? lane.task.label : lane.task.label.split(" · ").at(-1);
}

function kind(lane) {
  return kindOf(lane.task);
}

function item(content) {
  const node = element("li", "");
  node.append(content);
  return node;
}
