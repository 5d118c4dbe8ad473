// The recorded runs of demos, as a page lists them: `{runtime, python, date}` each.

const list = new Intl.ListFormat("en-GB");

/** On which Pythons they ran, and when: "Python 3.11.2 and 3.14.8 · 20 Nov 2026". */
export function originOf(recordings) {
  const each = (of) => list.format([...new Set(recordings.map(of))]);
  const pythons = each(({ python }) => python);
  const dates = each(({ date }) => date.replaceAll(" ", "\u00a0"));
  return `Python\u00a0${pythons} · ${dates}`;
}

/**
 * What stands beside everything that is shown of recorded runs.
 *
 * @param originals how many of their programs the page has only as edited by the learner
 */
export function markOf(recordings, originals) {
  const mark = `Recorded · ${originOf(recordings)}`;
  return originals ? `${mark} · the original program${originals > 1 ? "s" : ""}` : mark;
}

/** The events of the recorded run of a demo on a Python, or null when it cannot be had. */
export async function eventsOf(demo, runtime) {
  try {
    const response = await fetch(`/api/demos/${demo}/recordings/${runtime}`);
    return response.ok ? (await response.json()).events : null;
  } catch {
    return null;
  }
}
