// What a comparison measures of a run.
import { seconds, size } from "./units.js";

/**
 * Each `{name, of, words}`: `of` takes the data of the `end` event with `tasks`, and gives a number or,
 * where nothing was measured, NaN; `words` says such a number with its unit.
 */
export const MEASURES = [
  { name: "Wall time", of: ({ wallMs }) => wallMs, words: seconds },
  { name: "CPU time", of: ({ cpuMs }) => cpuMs, words: seconds },
  {
    name: "Cores used",
    of: ({ wallMs, cpuMs }) => (wallMs > 0 ? cpuMs / wallMs : NaN),
    words: (cores) => cores.toFixed(2),
  },
  {
    name: "Peak memory",
    of: ({ peakMemoryBytes }) => (peakMemoryBytes > 0 ? peakMemoryBytes : NaN),
    words: size,
  },
  { name: "Tasks", of: ({ tasks }) => tasks, words: (tasks) => String(Math.round(tasks * 10) / 10) },
];
