// What is compared, as rows `{demo, python, recording, title, note, name, runs}`: a program on a
// Python, null for its only one; the recorded run of that, if there is one; what the table and the
// lanes call it, and what a sentence does; and the runs so far, each with the data of its `end` event,
// its `tasks` and its `timeline`.

/**
 * A row for each program on each Python.
 *
 * @param demos one, of which Pythons are compared, or several
 * @param options of a choice of Pythons; null where the demos have none in common
 * @param several whether rows are to say which Python is theirs
 */
export function rowsOf(demos, options, several) {
  const ofPythons = demos.length === 1;
  return options.flatMap((option) => demos.map((demo) => rowOf(demo, option, ofPythons, several)));
}

function rowOf(demo, option, ofPythons, several) {
  const python = option?.value ?? null;
  const version = `Python ${python}`;
  const gil = option?.dataset.gil === "false" ? "without the GIL" : "with the GIL";
  const quoted = `“${demo.dataset.title}”`;
  return {
    demo,
    python,
    recording: recordingOn(demo, python),
    title: ofPythons ? version : demo.dataset.title,
    note: ofPythons ? gil : several ? `${version}, ${gil}` : "",
    name: ofPythons ? `${version} (${gil})` : several ? `${quoted} on ${version}` : quoted,
    runs: [],
  };
}

/** The recorded run of a demo on a Python, or for null on any; undefined when there is none. */
export function recordingOn(demo, python) {
  return demo.recordings.find(({ runtime }) => python === null || runtime === python);
}

/** The run of a row whose wall time is the median; of an even number, the shorter one in the middle. */
export function middleOf(runs) {
  return [...runs].sort((a, b) => a.wallMs - b.wallMs)[(runs.length - 1) >> 1];
}

/** Whether somebody has edited the program of a demo. */
export function isEdited(demo) {
  return !demo.querySelector(".edited").hidden;
}

/** The Python that a demo is to run on, if there is a choice. */
export function pythonOf(demo) {
  return demo.querySelector("select.runtime")?.value ?? null;
}

/** Has a demo run on a Python, where there is a choice; null leaves it as it is. */
export function choose(demo, python) {
  const choice = demo.querySelector("select.runtime");
  if (choice && python !== null) choice.value = python;
}
