// What the keys do in the lab. Where a key has a meaning of its own, it keeps it.
const OWN_KEYS = "input, select, textarea, [contenteditable], .program, .keep";
const PRESSED = "button, a, summary";

/**
 * What a key asks for: `{do, task}`, or null. `do` is one of choose, next, back, switch, first, last.
 */
export function commandOf(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return null;
  if (/^\d$/.test(key) && !target.closest("input, select, textarea, .cm-editor")) {
    return { do: "choose", task: Number(key) };
  }
  if (target.closest(OWN_KEYS)) return null;
  switch (key) {
    case "ArrowRight":
      return { do: "next" };
    case "ArrowLeft":
    case "Backspace":
      return { do: "back" };
    case "Home":
      return { do: "first" };
    case "End":
      return { do: "last" };
    case "s":
    case "S":
      return { do: "switch" };
    case "Enter":
      return target.closest(PRESSED) ? null : { do: "switch" };
    default:
      return null;
  }
}
