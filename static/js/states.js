// What the state of a run is called.
import { limitSeconds, size } from "./units.js";

const SIGNALS = {
  1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS",
  8: "SIGFPE", 9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE",
  14: "SIGALRM", 15: "SIGTERM", 31: "SIGSYS",
};

/** "Queued, 2nd in line". */
export function queued(position) {
  return `Queued, ${ordinal(position)} in line`;
}

/**
 * How a run ended, in words.
 *
 * @param end the data of the `end` event
 * @param limits the limits of the run, as in the `started` event
 */
export function ended(end, limits) {
  switch (end.reason) {
    case "exited":
      return `Finished, exit code ${end.exit ?? 0}`;
    case "failed":
      return end.signal != null ? bySignal(end.signal) : `Failed, exit code ${end.exit}`;
    case "stopped":
      return "Stopped by you";
    case "time":
      return `Out of time: the limit is ${limitSeconds(limits.wallMs)}`;
    case "cpu":
      return `Used its ${limitSeconds(limits.cpuMs)} of CPU`;
    case "memory":
      return `Out of memory: limit ${size(limits.memoryBytes)}`;
    case "tasks":
      return `Too many threads and processes: limit ${limits.tasks}`;
    case "output":
      return `Too much output: limit ${size(limits.outputBytes)}`;
    default:
      return "The sandbox was lost; please run it again";
  }
}

function bySignal(number) {
  const name = SIGNALS[number];
  return `Ended by signal ${number}${name ? ` (${name})` : ""}`;
}

function ordinal(n) {
  const teen = n % 100 > 10 && n % 100 < 14;
  return n + ((!teen && ["th", "st", "nd", "rd"][n % 10]) || "th");
}
