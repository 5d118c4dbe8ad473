import { LabRecord } from "./lab-record.js";
import { Refused, post } from "./lab-requests.js";
import { written } from "./schedule-text.js";

const MOST_RECORDS = 200;

/**
 * Goes through a program step by step: where it stands in which record. What it is told to do it
 * does in order, also what comes while the server is asked. What happens is told to `hear`:
 *
 * - `moved(from)` it stands elsewhere, or in another record; `from` is the position before
 * - `misfit(index)` so many decisions of the order could be followed, and the next could not
 * - `cannot(task)` this task cannot go on here; null when none can
 * - `working(busy)` the server is asked, or has answered
 * - `waiting(seconds, why)` the server is busy and will be asked again
 * - `refused(problem)` what was still to be done is forgotten, but for what `again` tries again
 */
export class Stepper {
  /** The record, and how many of its steps are taken; null until there is one. */
  record = null;
  position = 0;
  #hear;
  #program = null;
  #records = [];
  #left = [];
  #failed = null;
  #stopped = new AbortController();
  #busy = false;

  constructor(hear) {
    this.#hear = hear;
  }

  get atEnd() {
    return this.record !== null && this.position === this.record.length;
  }

  /** The schedule up to where it stands, or of the whole record. */
  get schedule() {
    return this.record === null ? "" : written(this.record.decisions());
  }

  /**
   * Begins anew.
   *
   * @param program `{code, runtime, granularity}`
   * @param schedule the order to begin with
   */
  restart(program, schedule = "") {
    this.#stopped.abort();
    this.#stopped = new AbortController();
    this.#program = program;
    this.#records = [];
    this.#left = [];
    this.#failed = null;
    this.#busy = false;
    this.record = null;
    this.position = 0;
    this.load(schedule);
  }

  /** Tries again what was refused last. */
  again() {
    if (this.#failed) this.#add(this.#failed);
  }

  /** Has a task take the next step. */
  choose(task) {
    this.#add(async (signal) => {
      const { record, position } = this;
      if (!record?.choices(position).includes(task)) return this.#hear.cannot(task);
      if (record.steps[position].task !== task) {
        this.record = await this.#with([...record.decisions(position), task], signal);
      }
      this.#move(position + 1);
    });
  }

  /** Has the last step draw another value: the draw at an index of it, the value at a place among them. */
  draw(index, value) {
    this.#add(async (signal) => {
      const { record, position } = this;
      const draw = record?.drawnAt(position)[index];
      if (!draw || value === draw.value || !(value in draw.values)) return;
      this.record = await this.#with(record.decisionsWith(position, index, value), signal);
      // The step is taken anew.
      this.position = position - 1;
      this.#move(position);
    });
  }

  /** Goes on with whoever is next in this order. */
  next() {
    this.#add(() => {
      if (!this.record || this.atEnd) return this.#hear.cannot(null);
      this.#move(this.position + 1);
    });
  }

  back() {
    this.#add(() => this.#move(this.position - 1));
  }

  /** Goes on until another task takes over, or the end. */
  toSwitch() {
    this.#add(() => {
      if (!this.record || this.atEnd) return this.#hear.cannot(null);
      this.#move(this.record.switchAfter(this.position));
    });
  }

  /** Goes to a position; beyond the end is the end. */
  go(position) {
    this.#add(() => this.#move(position));
  }

  /** Takes up an order, at its beginning. */
  load(schedule) {
    this.#add(async (signal) => {
      this.record = this.#known(schedule) ?? (await this.#ask(schedule, signal));
      const { misfit } = this.record;
      // There is no end to what does not fit: as far as it fits, and then as usual.
      if (misfit !== null) {
        const fitting = this.record.decisions().slice(0, misfit);
        this.record = await this.#with(fitting, signal);
      }
      this.position = 0;
      this.#hear.moved(0);
      if (misfit !== null) this.#hear.misfit(misfit);
    });
  }

  #move(position) {
    if (!this.record) return;
    const from = this.position;
    this.position = Math.max(0, Math.min(this.record.length, position));
    this.#hear.moved(from);
  }

  #add(step) {
    this.#left.push(step);
    if (!this.#busy) this.#work(this.#stopped.signal);
  }

  async #work(signal) {
    this.#busy = true;
    let step = null;
    try {
      while (this.#left.length > 0 && !signal.aborted) {
        step = this.#left.shift();
        await step(signal);
      }
    } catch (problem) {
      if (signal.aborted) return;
      this.#left = [];
      this.#failed = step;
      if (!(problem instanceof Refused)) throw problem;
      this.#hear.refused(problem);
    } finally {
      if (!signal.aborted) this.#busy = false;
    }
  }

  #known(schedule) {
    return this.#records.find((record) => record.asked === schedule);
  }

  async #with(decisions, signal) {
    const known = this.#records.find((record) => record.misfit === null && record.follows(decisions));
    return known ?? this.#ask(written(decisions), signal);
  }

  async #ask(schedule, signal) {
    this.#hear.working(true);
    try {
      const request = { ...this.#program, schedule };
      const waiting = (seconds, why) => this.#hear.waiting(seconds, why);
      const record = new LabRecord(await post("/api/explorations/replay", request, { waiting, signal }));
      record.asked = schedule;
      this.#records = [record, ...this.#records].slice(0, MOST_RECORDS);
      return record;
    } finally {
      if (!signal.aborted) this.#hear.working(false);
    }
  }
}
