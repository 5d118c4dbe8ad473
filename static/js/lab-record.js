import { drawn, read } from "./schedule-text.js";

/**
 * One execution, step by step, as the server recorded it. Positions count the steps taken: 0 is
 * before the first.
 */
export class LabRecord {
  #decided;

  /** @param answer what the server sent, see the contract of /api/explorations/replay */
  constructor(answer) {
    this.python = answer.python;
    this.granularity = answer.granularity;
    this.schedule = answer.schedule;
    this.steps = answer.steps;
    /** What was drawn before the first step. */
    this.drew = answer.drew ?? [];
    this.end = answer.end ?? null;
    /** The index of the first decision that could not be followed, or null. */
    this.misfit = answer.misfit ?? null;
    /** Whether the program went on after the last step that is recorded. */
    this.cut = Boolean(answer.cut);
    this.#decided = read(answer.schedule);
    if (this.end && !this.cut) this.#complete();
  }

  get length() {
    return this.steps.length;
  }

  /** The numbers of the tasks that could go on at a position. */
  choices(position) {
    const step = this.steps[position];
    return step ? (step.from ?? [step.task]) : [];
  }

  /** What was decided before a position: the numbers of the tasks chosen, and what was drawn. */
  decisions(position = this.length) {
    const taken = this.steps.slice(0, position);
    const made = [
      ...decisionsIn(this.drew),
      ...taken.flatMap(({ task, from, drew }) => [...(from ? [task] : []), ...decisionsIn(drew)]),
    ];
    return made.map((decision, index) => this.#decided[index] ?? decision);
  }

  /** What was drawn in the last step before a position: `{call, values, value}` each. */
  drawnAt(position) {
    return position === 0 ? this.drew : (this.steps[position - 1]?.drew ?? []);
  }

  /** What was decided before a position, but that another value is drawn in its last step. */
  decisionsWith(position, index, value) {
    const decisions = this.decisions(position);
    const kept = decisions.length - this.drawnAt(position).length + index;
    return [...decisions.slice(0, kept), drawn(value)];
  }

  /** Whether its first decisions are these. */
  follows(decisions) {
    const own = this.decisions();
    return decisions.length <= own.length && decisions.every((task, index) => task === own[index]);
  }

  /** The position after which another task goes on than the one that goes on here, or the end. */
  switchAfter(position) {
    const task = this.steps[position]?.task;
    let next = position;
    while (next < this.length && this.steps[next].task === task) next++;
    return next;
  }

  /**
   * All that is known at a position: `tasks` and `variables` by number and by name, and `output` as
   * a list of writes. Of a variable is known its `value`, who wrote it last (`by`, null before the
   * first step) and at which `step`; what the last step changed is `fresh`.
   */
  at(position) {
    const state = { tasks: new Map(), variables: new Map(), output: [] };
    apply(state, this.steps[0]?.before ?? {}, null, 0, false);
    for (let index = 0; index < position; index++) {
      apply(state, this.steps[index], this.steps[index].task, index + 1, index + 1 === position);
    }
    return state;
  }

  // The last step's own changes are known from the end alone when the program ended with it.
  #complete() {
    const last = this.steps.at(-1);
    if (!last) return;
    const { tasks, output } = this.at(this.length);
    const told = output.map(({ text }) => text).join("");
    const all = this.end.output;
    if (all.length > told.length && all.startsWith(told)) {
      (last.output ??= []).push([last.task, all.slice(told.length)]);
    }
    const task = tasks.get(last.task);
    if (["finished", "error"].includes(this.end.kind) && task?.state !== "done") {
      last.tasks = { ...last.tasks, [last.task]: { name: task?.name ?? "main", state: "done" } };
    }
  }
}

function decisionsIn(drew = []) {
  return drew.map(({ value }) => drawn(value));
}

function apply(state, changes, by, step, fresh) {
  for (const [number, task] of Object.entries(changes.tasks ?? {})) {
    state.tasks.set(Number(number), { ...task, fresh });
  }
  for (const [name, value] of Object.entries(changes.variables ?? {})) {
    if (value === null) state.variables.delete(name);
    else state.variables.set(name, { value, by, step, fresh });
  }
  // Who writes what is there already changes nothing, and is the last writer all the same.
  for (const name of changes.writes ?? []) {
    const known = state.variables.get(name);
    if (known) state.variables.set(name, { ...known, by, step, fresh });
  }
  for (const [task, text] of changes.output ?? []) state.output.push({ task, text, fresh });
}
