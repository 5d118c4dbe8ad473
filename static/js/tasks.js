const HUES = 6;

/**
 * The threads and processes of one run: what each is called and which colour it has.
 *
 * A task is `{id, pid, kind, name, label, hue, again, ended}`. Labels are unique within the run: a
 * second task of the same name gets its number. Hue 0 is the program's own main thread; the others
 * take 1 to 6 as they appear, and from the seventh on begin again with `again` set.
 */
export class Tasks {
  #tasks = new Map();
  #labels = new Set();
  #seen = 0;
  #first = null;

  /** Every task so far, those that ended too. */
  get count() {
    return this.#seen;
  }

  /** Takes a `task` event with state `start`; returns the task. */
  start({ task: id, kind, name }) {
    const known = this.#tasks.get(id);
    if (!known || known.ended) return this.#add(id, kind, name);
    if (name && name !== known.name) this.#rename(known, name);
    return known;
  }

  /** Takes a `task` event with state `end`. Its number may be used again for another task. */
  end({ task: id }) {
    const known = this.#tasks.get(id);
    if (known) known.ended = true;
  }

  /** The task with this id; one that was never announced is met here for the first time. */
  get(id) {
    return this.#tasks.get(id) ?? this.#add(id, mainThread(id) ? "process" : "thread", null);
  }

  #add(id, kind, name) {
    const pid = id.split(".")[0];
    this.#first ??= pid;
    const order = this.#seen++;
    const task = { id, pid, kind, name, ended: false };
    task.hue = order === 0 ? 0 : ((order - 1) % HUES) + 1;
    task.again = order > HUES;
    this.#tasks.set(id, task);
    task.label = this.#free(this.#call(task), id);
    return task;
  }

  #rename(task, name) {
    this.#labels.delete(task.label);
    task.name = name;
    task.label = this.#free(this.#call(task), task.id);
  }

  #call({ id, pid, name }) {
    if (mainThread(id)) {
      if (pid === this.#first) return "main";
      return name && name !== "MainThread" ? name : `process ${pid}`;
    }
    const own = name ?? `thread ${id.split(".")[1]}`;
    if (pid === this.#first) return own;
    const process = this.#tasks.get(`${pid}.${pid}`);
    return `${process ? process.label : `process ${pid}`} · ${own}`;
  }

  #free(label, id) {
    const number = id.split(".")[1];
    let free = label;
    for (let n = 1; this.#labels.has(free); n++) {
      free = n === 1 ? `${label} (${number})` : `${label} (${number}, ${n})`;
    }
    this.#labels.add(free);
    return free;
  }
}

/** What a task is, in words: "thread", "process 7". */
export function kindOf(task) {
  return mainThread(task.id) ? `process ${task.pid}` : "thread";
}

function mainThread(id) {
  const [pid, tid] = id.split(".");
  return pid === tid;
}
