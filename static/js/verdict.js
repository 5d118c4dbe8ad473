import { overlap, spread } from "./spread.js";

/** Less than this says nothing when each ran only once. */
const CLEAR_AT_ONCE = 1.1;

/**
 * Says in one sentence how the wall times of several programs compare. The first is the yardstick.
 * Where the times of two overlap, there is no clear difference.
 *
 * @param rows `[{name, times}]`, at least two: what to call it, and its wall times in ms, at least one
 */
export function verdict(rows) {
  const [yardstick, ...others] = rows.map(({ name, times }) => ({ name, ...spread(times) }));
  const once = rows.some(({ times }) => times.length === 1);
  let named = false;
  const parts = others.map((other) => {
    const than = named ? "" : ` as ${yardstick.name}`;
    const slower = other.median / yardstick.median;
    if (!clear(yardstick, other, once)) {
      return `between ${yardstick.name} and ${other.name} there is no clear difference`;
    }
    named = true;
    return slower < 1
      ? `${other.name} was ${times(1 / slower)} as fast${than}`
      : `${other.name} took ${times(slower)} as long${than}`;
  });
  const sentence = (once ? "in one run each, " : "") + parts.join("; ") + ".";
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function clear(one, other, once) {
  const ratio = Math.max(one.median / other.median, other.median / one.median);
  return once ? ratio >= CLEAR_AT_ONCE : !overlap(one, other);
}

function times(ratio) {
  return `${ratio.toFixed(ratio < 9.995 ? 2 : 1)} times`;
}
