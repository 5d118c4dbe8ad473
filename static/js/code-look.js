// The editor looks as the program did before: the same classes, colours and measures.
import { EditorView } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

export const highlighting = tagHighlighter([
  { tag: [tags.keyword, tags.bool, tags.null, tags.operatorKeyword], class: "k" },
  { tag: [tags.string, tags.special(tags.string)], class: "s" },
  { tag: tags.number, class: "n" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], class: "f" },
  { tag: tags.definition(tags.className), class: "f" },
  { tag: tags.comment, class: "c" },
]);

export const look = EditorView.theme({
  "&": { fontSize: "0.92rem", color: "var(--text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { padding: "0.9rem 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 1rem 0 0.9rem" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--text-faint)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0 0 1rem", minWidth: "2.7rem" },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in oklab, var(--accent) 28%, transparent) !important",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--text-faint)",
  },
});
