import { wordsOf } from "./waits.js";

/** One thread or process over time. Times are microseconds, shares are of one core. */
export class Lane {
  /** Whether it is a process with its main thread, or a further thread of one. */
  process;

  /** When it ended, or null. */
  to = null;

  /** The lane that started it, or null. */
  parent = null;

  /** The lane that waited for its end, or null. */
  joiner = null;

  /** What it waits for at the latest, `{for, other}`, or null when that is unknown. */
  wait = null;

  /** Processor time so far. */
  cpu = 0;

  /** `{from, to, cpu, ready, rest}` one after the other; `rest` is what it waited for. */
  spans = [];

  /** What it wrote, by time. */
  outputs = [];

  #waited = new Map();

  /** @param before the lane that had the same number earlier, or null */
  constructor(task, from, before) {
    this.task = task;
    this.from = from;
    this.before = before;
    this.process = task.id === `${task.pid}.${task.pid}`;
  }

  /** Takes a write; one that comes a little late finds its place. */
  wrote(output) {
    let at = this.outputs.length;
    while (at > 0 && this.outputs[at - 1].t > output.t) at--;
    this.outputs.splice(at, 0, output);
  }

  /**
   * Takes what it had in an interval. A task that was there for a part of it had its share in that
   * part, where it is then larger.
   */
  sampled(from, to, cpu, ready) {
    const start = Math.max(from, this.from);
    const stop = Math.max(Math.min(to, this.to ?? to), start);
    this.cpu += cpu * (to - from);
    if (stop === start) return;
    const grow = (to - from) / (stop - start);
    const had = Math.min(1, cpu * grow);
    const wanted = Math.min(1 - had, ready * grow);
    const left = 1 - had - wanted;
    const rest = wanted > left ? { for: "core" } : this.wait;
    this.#count({ for: "core" }, wanted * (stop - start));
    this.#count(this.wait, left * (stop - start));
    const last = this.spans.at(-1);
    const same = last && last.to === start && last.cpu === had && last.ready === wanted && alike(last.rest, rest);
    if (same) last.to = stop;
    else this.spans.push({ from: start, to: stop, cpu: had, ready: wanted, rest });
  }

  /** The span that holds a moment, if any does. */
  spanAt(t) {
    const span = this.spans[this.firstAfter(t)];
    return span && span.from <= t ? span : undefined;
  }

  /** The place of the first span that ends at `t` or later. */
  firstAfter(t) {
    let low = 0;
    for (let high = this.spans.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.spans[middle].to < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What it waited for longest, in words; empty if that was less than a 20th of its time. */
  get mostly() {
    const [words, most] = [...this.#waited].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    const there = (this.spans.at(-1)?.to ?? 0) - this.from;
    return most > there / 20 ? words : "";
  }

  #count(wait, time) {
    // A lock goes from hand to hand: whose it was is of moments.
    const words = wordsOf(wait?.for === "lock" ? { for: "lock" } : wait)[0];
    this.#waited.set(words, (this.#waited.get(words) ?? 0) + time);
  }
}

/** Whether two waits are for the same. */
export function alike(a, b) {
  return a?.for === b?.for && a?.other === b?.other;
}
