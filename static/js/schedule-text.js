// A schedule as text, in runs: "1.3-2-1.2" is task 1 three times, task 2 once, task 1 twice.

/** The text of a list of decisions, each the number of a task. */
export function written(decisions) {
  const runs = [];
  for (const task of decisions) {
    const last = runs.at(-1);
    if (last?.task === task) last.times++;
    else runs.push({ task, times: 1 });
  }
  return runs.map(({ task, times }) => (times > 1 ? `${task}.${times}` : `${task}`)).join("-");
}

/** The decisions that a text stands for; it is one that the server wrote. */
export function read(text) {
  if (text === "") return [];
  return text.split("-").flatMap((run) => {
    const [task, times = 1] = run.split(".").map(Number);
    return Array(times).fill(task);
  });
}
