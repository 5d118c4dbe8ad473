// Edited programs, kept in this browser under the id of their demo. Where storage is refused or
// full, they live as long as the page.
const PREFIX = "interleave:draft:";

/** The edited text of a demo, or null. */
export function load(demo) {
  try {
    return localStorage.getItem(PREFIX + demo);
  } catch {
    return null;
  }
}

/** Keeps the edited text of a demo; null forgets it. */
export function save(demo, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + demo);
    else localStorage.setItem(PREFIX + demo, text);
  } catch {
    // The text is still in the editor.
  }
}
