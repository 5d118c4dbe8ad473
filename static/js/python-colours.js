// The colours of a program that the server has not coloured, by the editor's own parser.
import { pythonLanguage } from "@codemirror/lang-python";
import { highlightTree } from "@lezer/highlight";
import { highlighting } from "./code-look.js";

/** Pieces of the program, `{text, name}`, in order; `name` is a class or empty. */
export function coloured(text) {
  const pieces = [];
  let at = 0;
  const until = (end, name) => {
    if (end > at) pieces.push({ text: text.slice(at, end), name });
    at = end;
  };
  highlightTree(pythonLanguage.parser.parse(text), highlighting, (from, to, name) => {
    until(from, "");
    until(to, name);
  });
  until(text.length, "");
  return pieces;
}
