// What the lab says of a program's threads, in sentences.
import { element } from "./dom.js";
import { label, labelled } from "./lab-names.js";
import { opWords } from "./op-words.js";
import { titleOf } from "./outcome-words.js";

/** What a task does, as nodes: its state, and why, and what comes next. */
export function stateWords(task, tasks, can) {
  switch (task.state) {
    case "done":
      return task.error ? [strong("ended with an error"), `: ${task.error}`] : [strong("ended")];
    case "waiting":
      return [strong("blocked"), ": ", ...quoted(why(task, tasks))];
    case "timed":
      return [strong("waits"), ", but may give up: ", ...quoted(why(task, tasks))];
  }
  const state = strong(can ? "ready" : "ready, but not its turn");
  if (task.why) return [state, ": what it waited for is there", ...nextWords(task)];
  if (task.begins && task.line === undefined) return [state, ", has not begun"];
  return [state, ...nextWords(task)];
}

function nextWords({ line, op, begins }) {
  if (line === undefined) return [];
  if (begins) return [`, begins in line ${line}`];
  if (!op) return [`, next is line ${line}`];
  const words = opWords(op);
  return [", next ", words ? `${words} ` : "", element("code", "", op), ` in line ${line}`];
}

/** Who can go on at a position of a record. */
export function ableWords(record, position) {
  const able = record.choices(position).map(label);
  if (able.length === 0) return record.cut ? "" : "nobody can go on";
  return able.length === 1 ? `only ${able[0]} can go on` : `${joined(able)} can go on`;
}

function joined(names) {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/**
 * Why a task cannot go on, as a sentence.
 *
 * @param number of the task; null for whoever is next
 * @param ended the record, at its end
 */
export function cannotWords(number, tasks, ended) {
  if (ended && ended.cut) return endWords(ended);
  const task = tasks.get(number);
  if (number !== null && !task) return `There is no ${label(number)} here.`;
  if (number === null || (ended && task.state === "ready")) return "Nobody can go on: this is the end.";
  const who = label(number);
  if (task.state === "done") return `${who} cannot go on: it has ended.`;
  if (task.why && task.state !== "ready") return `${who} cannot go on: it ${why(task, tasks)}.`;
  return `${who} cannot go on here.`;
}

/** What the last step of a position did, as a sentence. */
export function stepWords(record, position, state) {
  const step = record.steps[position - 1];
  const effects = [
    ...(step.drew ?? []).map(drawWords),
    ...[...state.variables].filter(([, { fresh }]) => fresh).map(([name, { value }]) => `${name} is ${name in (step.variables ?? {}) ? "now" : "still"} ${value}`),
    ...Object.entries(step.variables ?? {}).filter(([, value]) => value === null).map(([name]) => `${name} is gone`),
    ...written(state.output.filter(({ fresh }) => fresh)),
    ...fates(step, state.tasks),
  ];
  return `${label(step.task)} ${deed(step)}${effects.length > 0 ? `: ${effects.join("; ")}` : ""}.`;
}

function drawWords({ call, values, value }) {
  return `${call}() drew ${values[value]}`;
}

function deed({ line, op, begins }) {
  if (line === undefined) return begins ? "began" : "went on";
  return op ? `${opWords(op) ?? `did ${op}`} in line ${line}` : `ran line ${line}`;
}

/** Where a step stands in the program, in words that follow the name of its thread. */
export function placeWords({ line, op }) {
  if (line === undefined) return "";
  return `, line ${line}${op ? `, ${op}` : ""}`;
}

function written(writes) {
  const text = writes.map((each) => each.text).join("").trim();
  return text ? [`it wrote ${text.split("\n").join(", ")}`] : [];
}

// Who waits now, or has ended.
function fates(step, tasks) {
  const said = [];
  for (const [number, { fresh, state, error }] of tasks) {
    if (!fresh) continue;
    if (state === "done") said.push(`${label(number)} ended${error ? ` with ${error}` : ""}`);
    else if (state !== "ready" && number === step.task) said.push(`now it ${why(tasks.get(number), tasks)}`);
  }
  return said;
}

function why(task, tasks) {
  return task.why ? labelled(task.why, tasks) : "waits";
}

// The name of what is waited for stands in the words as "waits for NAME, which T1 holds".
function quoted(words) {
  const match = /^(waits for )(\S+)(, which .*)$/.exec(words);
  return match ? [match[1], element("code", "", match[2]), match[3]] : [words];
}

function strong(words) {
  return element("strong", "", words);
}

/** How a record ends, as a sentence. */
export function endWords(record) {
  if (record.cut) {
    const steps = record.length.toLocaleString("en");
    return `The record stops here, after ${steps} steps; the program would go on.`;
  }
  if (!record.end) return "";
  const { kind, cycle, error } = record.end;
  const { words, code } = titleOf(record.end);
  switch (kind) {
    case "finished":
      return `The program has ended${code ? `: it printed ${code}` : ""}.`;
    case "error":
      return `The program has ended with an error: ${error ?? words}.`;
    case "deadlock":
      return cycle
        ? "Deadlock: nobody can go on, because they wait for each other in a ring."
        : "Deadlock: some wait for what never comes.";
    default:
      return "It goes round without an end.";
  }
}
