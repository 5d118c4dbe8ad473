import { Lane } from "./lane.js";
import { Tasks } from "./tasks.js";

// As the server takes its samples: every 50 ms at first, later at every 25th of the run's age.
const LEAST_SAMPLE = 50_000;
const PART_OF_AGE = 25;

/**
 * A run over time, made from its events; it knows nothing of the page. All times are microseconds
 * since the program began. Events may lack fields, come a little out of order, or never come: what
 * is not known is left out, and nothing throws.
 */
export class Timeline {
  /** Every task there was, a {@link Lane} each, in the order in which they appeared. */
  lanes = [];

  /** Every write `{index, t, lane, line, text, err}`, in the order in which the kernel took them. */
  outputs = [];

  /** Samples `{from, to, total, parts}` in their order; `parts` are pairs of lane and share. */
  samples = [];

  /** Cores that the run may use, or null where that is not known. */
  cores = null;

  /** The data of the `end` event, or null. */
  end = null;

  /** Whether the program has begun. */
  began = false;

  /** The latest moment that an event spoke of. */
  last = 0;

  /** Grows whenever a task comes or changes its name. */
  version = 0;

  #tasks;
  #of = new Map();
  #byId = new Map();
  #alive = new Set();
  #sampled = 0;
  #resting = true;

  /** @param tasks the {@link Tasks} of the run, where somebody else keeps them too */
  constructor(tasks = new Tasks()) {
    this.#tasks = tasks;
  }

  /** A whole run, from `[{event, data}]`. */
  static of(events) {
    const timeline = new Timeline();
    for (const { event, data } of events) timeline.hear(event, data);
    return timeline;
  }

  /** Takes an event; names that it does not know are passed over. */
  hear(name, data) {
    const t = Number.isFinite(data.t) ? data.t : this.last;
    this.last = Math.max(this.last, t);
    switch (name) {
      case "started":
        this.began = true;
        if (data.cores > 0) this.cores = data.cores;
        return;
      case "task":
        return data.state === "end" ? this.#ends(data, t) : this.#starts(data, t);
      case "output":
        return this.#output(data, t);
      case "usage":
        return this.#usage(data, t);
      case "end":
        this.end = data;
        return this.finish(data.wallMs * 1000);
    }
  }

  /** Nothing more will come; the run lasted at least until `t`, if that is known. */
  finish(t) {
    if (t > this.last) this.last = t;
    if (this.#resting) this.#rest(this.known);
    this.end ??= {};
  }

  get running() {
    return this.began && !this.end;
  }

  /** Until when it is known who had a core. */
  get known() {
    if (!this.#resting) return this.#sampled;
    return Math.max(this.#sampled, this.last - sampleAt(this.last));
  }

  /** The largest number of cores that were ever busy at once. */
  get most() {
    return this.samples.reduce((most, { total }) => Math.max(most, total), 0);
  }

  /**
   * What a task did at a moment: `{known, cpu, ready, wait}`, or null when it was not there. `cpu`
   * and `ready` are shares of one core; `wait` is what it did in the rest, null if that is unknown.
   */
  doing(lane, t) {
    if (t < lane.from || t > (lane.to ?? this.last)) return null;
    const span = lane.spanAt(t);
    if (span) return { known: true, cpu: span.cpu, ready: span.ready, wait: span.rest };
    const resting = this.#resting && t > this.#sampled && t <= this.known;
    return { known: resting, cpu: 0, ready: 0, wait: lane.wait };
  }

  /** How many cores were busy at a moment, or null where that is unknown. */
  busyAt(t) {
    const sample = this.samples.findLast(({ from }) => from <= t);
    if (sample && t <= sample.to) return sample.total;
    return this.#resting && t <= this.known ? 0 : null;
  }

  /** The lanes of each process, its own lane first where it has one: `[{pid, lanes}]`. */
  groups() {
    const groups = [];
    for (const lane of this.lanes) {
      const group = groups.findLast(({ pid }) => pid === lane.task.pid);
      const head = lane.process && group?.lanes.some((other) => other.process);
      if (!group || head) groups.push({ pid: lane.task.pid, lanes: [lane] });
      else if (lane.process) group.lanes.unshift(lane);
      else group.lanes.push(lane);
    }
    return groups;
  }

  #starts(data, t) {
    const lane = this.#lane(this.#tasks.start(data), t);
    lane.from = Math.min(lane.from, t);
    lane.parent ??= this.#byId.get(data.parent) ?? null;
    this.version++;
  }

  #ends(data, t) {
    const lane = this.#byId.get(data.task);
    if (!lane || lane.to !== null) return;
    this.#tasks.end(data);
    lane.to = Math.max(lane.from, t);
  }

  #output({ task, text = "", line, stream }, t) {
    const lane = this.#lane(this.#tasks.get(task), t);
    const output = { index: this.outputs.length, t, lane, line, text, err: stream === "err" };
    this.outputs.push(output);
    lane.wrote(output);
  }

  #usage({ from: since, cpu, ready, waits }, t) {
    if (t <= this.#sampled) return;
    // Nothing is said while all rest; the sample that ends a rest says until when that was. Where it
    // does not, as in old recordings, it is no longer than any other.
    if (this.#resting) this.#rest(Number.isFinite(since) ? Math.min(since, t) : t - sampleAt(t));
    const from = this.#sampled;
    for (const [id, wait] of Object.entries(waits ?? {})) this.#waits(this.#at(id, from, t), wait);
    const shares = this.#shares(cpu, from, t);
    const idle = this.#shares(ready, from, t);
    for (const lane of this.#alive) {
      lane.sampled(from, t, shares.get(lane) ?? 0, idle.get(lane) ?? 0);
      if (lane.to !== null) this.#alive.delete(lane);
    }
    const parts = [...shares];
    this.samples.push({ from, to: t, parts, total: parts.reduce((sum, [, share]) => sum + share, 0) });
    this.#sampled = t;
    this.#resting = shares.size === 0 && idle.size === 0;
  }

  #waits(lane, wait) {
    const other = wait?.task ? this.#byId.get(wait.task) : null;
    lane.wait = wait ? { for: wait.for, other: other?.task.label } : null;
    if (wait?.for === "join" && other && other !== lane) other.joiner = lane;
  }

  #shares(shares, from, to) {
    const found = new Map();
    for (const [id, share] of Object.entries(shares ?? {})) {
      if (share > 0) found.set(this.#at(id, from, to), Math.min(1, share));
    }
    return found;
  }

  /** Nobody had a core until `t`. */
  #rest(t) {
    if (t <= this.#sampled) return;
    for (const lane of this.#alive) lane.sampled(this.#sampled, t, 0, 0);
    this.samples.push({ from: this.#sampled, to: t, parts: [], total: 0 });
    this.#sampled = t;
  }

  /** The lane that had this id in an interval: the number may have gone to another task since. */
  #at(id, from, to) {
    for (let lane = this.#byId.get(id); lane; lane = lane.before) if (lane.from < to) return lane;
    return this.#byId.get(id) ?? this.#lane(this.#tasks.get(id), from);
  }

  #lane(task, t) {
    const known = this.#of.get(task);
    if (known) return known;
    const first = this.lanes.length === 0;
    const lane = new Lane(task, first ? 0 : t, this.#byId.get(task.id) ?? null);
    this.#of.set(task, lane);
    this.#byId.set(task.id, lane);
    this.#alive.add(lane);
    this.lanes.push(lane);
    this.version++;
    return lane;
  }
}

function sampleAt(t) {
  return Math.max(LEAST_SAMPLE, t / PART_OF_AGE);
}
