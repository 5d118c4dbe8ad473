// Reading a highlighted program: a `<pre>` whose lines are `.l` elements.

/** Its lines, without their ends. */
export function linesOf(pre) {
  return [...pre.querySelectorAll(".l")].map((line) => line.textContent.replace(/\n$/, ""));
}

/** The offset in the text of the program that lies at a point of the window. */
export function caretAt(pre, x, y) {
  const lines = [...pre.querySelectorAll(".l")];
  const point = pointAt(x, y);
  const line = lines.findIndex((candidate) => point && candidate.contains(point.node));
  if (line < 0) return 0;
  const before = document.createRange();
  before.setStart(lines[line], 0);
  before.setEnd(point.node, point.offset);
  const texts = linesOf(pre);
  const column = Math.min(before.toString().length, texts[line].length);
  return texts.slice(0, line).reduce((sum, text) => sum + text.length + 1, column);
}

function pointAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
