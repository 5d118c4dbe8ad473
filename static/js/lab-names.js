// What the lab calls the threads of a program: "main", "T1", "T2" and so on.
const HUES = 6;

export function label(number) {
  return number === 0 ? "main" : `T${number}`;
}

/** The number of a task's colour, from 0; after the sixth they begin again. */
export function hue(number) {
  return number === 0 ? 0 : ((number - 1) % HUES) + 1;
}

/** The name beside the label; of Python's own "Thread-1 (work)" what the label does not say. */
export function beside(number, name) {
  if (number === 0) return "";
  const own = /^Thread-(\d+)(?: \((.+)\))?$/.exec(name);
  return own && Number(own[1]) === number ? (own[2] ?? "") : name;
}

/**
 * Words of the server with the names of tasks in them, with labels in their place.
 *
 * @param tasks by number, each with its `name`; two of one name keep it
 */
export function labelled(words, tasks) {
  const names = [...tasks].filter(([number]) => number !== 0).map(([number, { name }]) => [name, number]);
  const alone = names.filter(([name]) => names.filter(([other]) => other === name).length === 1);
  alone.sort(([a], [b]) => b.length - a.length);
  const numbers = new Map(alone);
  if (numbers.size === 0) return words;
  const any = alone.map(([name]) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return words.replace(new RegExp(`(?<![\\w-])(?:${any})(?!\\w)`, "g"), (name) => label(numbers.get(name)));
}
