// What an exploration found, in sentences.

/** An outcome's kind and, where that says it, what it wrote: `{words, code}`. */
export function titleOf({ kind, output, exit }) {
  const line = output.trimEnd();
  const short = line !== "" && !line.includes("\n") && line.length <= 24;
  switch (kind) {
    case "deadlock":
      return { words: "Deadlock: some wait for ever" };
    case "stuck":
      return { words: "Goes on without an end" };
    case "error":
      return { words: exit > 1 ? `Ends with exit code ${exit}` : "Ends with an error" };
  }
  if (line === "") return { words: "Prints nothing" };
  return short ? { words: "Prints", code: line } : { words: "Prints" };
}

/** How often an outcome came: a share only where every order was tried. */
export function shareWords(count, end, limit) {
  const all = number(end.schedules);
  if (!end.complete) return `${number(count)} of ${all} orders tried`;
  if (end.reduced) return `${number(count)} of ${all} orders that differ in what they touch`;
  return `${percent(count / end.schedules)} of ${all} orders${limitWords(limit)}`;
}


export function limitWords(limit) {
  if (limit === null) return "";
  return limit === 0 ? " without a forced switch" : ` with at most ${limit} forced ${limit === 1 ? "switch" : "switches"}`;
}

/** A data race as a sentence, its name to be set in code: `[before, name, after]`. */
export function raceWords({ name, accesses }) {
  const [one, two] = accesses;
  const apart = ", with nothing between them that puts one first.";
  if (one.writes && two.writes) {
    if (one.line === two.line) return [`Two threads can both change `, name, ` in line ${one.line}${apart}`];
    return [`Line ${one.line} and line ${two.line} both change `, name, apart];
  }
  const [reads, writes] = one.writes ? [two, one] : [one, two];
  if (reads.line === writes.line) {
    return [`In line ${reads.line} one thread can read `, name, ` while another changes it${apart}`];
  }
  return [`Line ${reads.line} reads `, name, ` and line ${writes.line} changes it${apart}`];
}

export function number(count) {
  return count.toLocaleString("en");
}

function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 0) return "under 1%";
  if (rounded === 100 && share < 1) return "over 99%";
  return `${rounded}%`;
}
