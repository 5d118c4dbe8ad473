// What a task waits for, in words and as a pattern.

const WORDS = {
  gil: ["waits for the GIL", "GIL"],
  sleep: ["asleep", "asleep"],
  lock: ["waits for a lock", "lock"],
  join: ["waits for another to end", "joins"],
  queue: ["waits for a queue", "queue"],
  event: ["waits for an event", "event"],
  condition: ["waits for a condition", "condition"],
  pipe: ["waits for a pipe", "pipe"],
  socket: ["waits for the network", "network"],
  process: ["waits for a process to end", "process"],
  semaphore: ["waits for a semaphore", "semaphore"],
  barrier: ["waits at a barrier", "barrier"],
  result: ["waits for a result", "result"],
  io: ["waits for input or output", "input"],
  thread: ["waits for a thread", "thread"],
  core: ["waits for a core", "core"],
};

/**
 * Words for a wait `{for, other}`, `other` being the label of the task that it names, if any: the
 * sentence, and a word for where there is little room. What is not known is "waiting".
 */
export function wordsOf(wait) {
  const words = WORDS[wait?.for] ?? ["waiting", "waiting"];
  if (!wait?.other) return words;
  if (wait.for === "join") return [`waits for ${wait.other} to end`, `joins ${wait.other}`];
  if (wait.for === "lock") return [`waits for a lock that ${wait.other} holds`, `lock of ${wait.other}`, "lock"];
  return words;
}

/** How a wait is drawn: `gil`, `asleep`, `core` or `waits`, which stands for all others. */
export function patternOf(wait) {
  if (wait?.for === "gil" || wait?.for === "core") return wait.for;
  return wait?.for === "sleep" ? "asleep" : "waits";
}

/** What a task does at a moment, as {@link Timeline.doing} tells it: "runs", "25% · asleep". */
export function doingWords(doing) {
  if (!doing) return "";
  if (!doing.known) return "is there";
  const share = Math.round(doing.cpu * 100);
  if (share >= 95) return "runs";
  const waits = wordsOf(doing.wait)[0];
  return share < 3 ? waits : `${share}% · ${waits}`;
}
