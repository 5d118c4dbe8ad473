// What an exploration proves, and what it does not.

import { limitWords, number } from "./outcome-words.js";

const BAD = new Set(["deadlock", "stuck", "error"]);

const HELD_FIXED = {
  random: "random numbers (always the same)",
  time: "time (it goes on by what the program sleeps)",
  hashes: "the order of sets",
  input: "input (there is none)",
  environment: "the environment and files",
  text: "exec and eval (one step each)",
  "wake-ups": "spurious wake-ups (there are none)",
  libraries: "library code (one step for each call)",
  calls: "calls into C (one step each)",
  lines: "lines (one step each)",
};

const DRAWN = "Random choices among few values were tried, too: an order counts once for each way they can go.";

/**
 * The verdict on an exploration: its `state` is violation, proved, apart (the threads touch nothing in
 * common) or partial; `title` names it, and `words` say what was tried.
 */
export function verdictOf(end, limit, granularity) {
  const bad = end.outcomes.find(({ kind }) => BAD.has(kind));
  const whole = end.complete && limit === null;
  const words = scopeWords(end, limit);
  if (bad) return { state: "violation", title: "VIOLATION", words: `${violationWords(bad.kind)} ${words}` };
  if (!whole) return { state: "partial", title: "NOT ALL TRIED", words };
  if (end.threads > 1 && end.apart) {
    return {
      state: "apart",
      title: "NOTHING IN COMMON",
      words: "These threads touch nothing in common that the lab can see, so one order stands for all.",
    };
  }
  const title = granularity === "line" ? "PROVED, line by line" : "PROVED, instruction by instruction";
  return { state: "proved", title, words: `${words} No order ends in an error or a deadlock, or goes on for ever.` };
}

/** What was tried in all. */
export function scopeWords(end, limit) {
  const orders = end.schedules === 1 ? "order" : "orders";
  if (!end.complete) {
    const why = end.why ? `: ${end.why}` : "";
    const samples = end.samples > 0 ? `, ${number(end.samples)} of them drawn at random` : "";
    return `Not every order was tried${why}. So far ${number(end.schedules)} ${orders}${samples}. There may be outcomes that are not listed.`;
  }
  if (limit !== null) {
    return `All ${number(end.schedules)} ${orders}${limitWords(limit)} were tried. More switches may bring other outcomes.`;
  }
  if (end.reduced) return `Every outcome is listed. ${standingFor(end)}`;
  return end.schedules === 1 ? "There is only one order." : `Every outcome is listed. All ${number(end.schedules)} orders were tried.`;
}

/** What was held fixed, or is not modelled, in sentences; empty when nothing is known of it. */
export function assumptionWords({ assumptions = [] }) {
  const drew = assumptions.includes("draws");
  const words = drew ? { ...HELD_FIXED, random: "other random numbers (always the same)" } : HELD_FIXED;
  const parts = assumptions.map((each) => words[each]).filter(Boolean);
  const fixed = parts.length === 0 ? [] : [`Held fixed or not modelled: ${parts.join(", ")}.`];
  return [...(drew ? [DRAWN] : []), ...fixed].join(" ");
}

function standingFor({ schedules, orders, ordersCounted }) {
  const one = schedules === 1;
  if (!orders || orders <= schedules) return one ? "There is only one order." : `All ${number(schedules)} orders were tried.`;
  return `${number(schedules)} ${one ? "order stands" : "orders stand"} for ${ordersCounted ? "all" : "more than"} ${number(orders)}: of those that differ only in steps that touch nothing in common, one is enough.`;
}

function violationWords(kind) {
  switch (kind) {
    case "deadlock":
      return "Some order ends in a deadlock.";
    case "stuck":
      return "Some order goes on for ever.";
    case "error":
      return "Some order ends in an error.";
  }
}
