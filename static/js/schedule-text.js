// A schedule as text, in runs: "1.3-2-1.2" is task 1 three times, task 2 once, task 1 twice; "r2" is
// that the third of a few random values is drawn.

/** The decision that a value is drawn, by its place among those that can be. */
export function drawn(value) {
  return `r${value}`;
}

/** The text of a list of decisions, each the number of a task or a value drawn. */
export function written(decisions) {
  const runs = [];
  for (const decision of decisions) {
    const last = runs.at(-1);
    if (last?.decision === decision) last.times++;
    else runs.push({ decision, times: 1 });
  }
  return runs.map(({ decision, times }) => (times > 1 ? `${decision}.${times}` : `${decision}`)).join("-");
}

/** The decisions that a text stands for; it is one that the server wrote. */
export function read(text) {
  if (text === "") return [];
  return text.split("-").flatMap((run) => {
    const [what, times = "1"] = run.split(".");
    return Array(Number(times)).fill(what.startsWith("r") ? what : Number(what));
  });
}
