/**
 * Puts the good editor in the place of a plain one. It is large, so it comes when it is wanted; the
 * plain one is there at once, until whoever types pauses, and stays when the good one cannot be had.
 *
 * @param options what the plain one began with
 * @param wanted whether the plain one is still there to be replaced
 * @returns the editor that is there now
 */
export async function goodEditor(place, plain, options, wanted) {
  try {
    const { CodeEditor } = await import("./code-editor.js");
    await plain.idle();
    if (!wanted()) return plain;
    const code = new CodeEditor(place, options, plain.state);
    plain.remove();
    return code;
  } catch (problem) {
    console.warn("The plain editor stays:", problem);
    return plain;
  }
}
