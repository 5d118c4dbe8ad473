import { overlap, spread } from "./spread.js";

/** Less than this says nothing when each ran only once. */
const CLEAR_AT_ONCE = 1.1;

/**
 * Says in one sentence how the wall times of several programs compare. The first is the yardstick.
 * Where the times of two overlap, there is no clear difference.
 * Where one ran only once, nobody knows its spread: then it takes a large difference.
 *
 * @param rows `[{name, times}]`, at least two: what to call it, and its wall times in ms, at least one
 * @param recorded whether each is a recorded run
 */
export function verdict(rows, recorded = false) {
  const [yardstick, ...others] = rows.map(({ name, times }) => ({ name, ...spread(times) }));
  const once = rows.some(({ times }) => times.length === 1);
  const unclear = others.filter((other) => !clear(yardstick, other, once));
  const parts = others
    .filter((other) => !unclear.includes(other))
    .map((other, i) => {
      const than = i ? "" : ` as ${yardstick.name}`;
      const slower = other.median / yardstick.median;
      return slower < 1
        ? `${other.name} was ${times(1 / slower)} as fast${than}`
        : `${other.name} took ${times(slower)} as long${than}`;
    });
  if (unclear.length) {
    const names = unclear.map(({ name }) => name).join(" or ");
    parts.push(`there is no clear difference between ${yardstick.name} and ${names}`);
  }
  const all = rows.every(({ times }) => times.length === 1);
  const few = all ? `in one ${recorded ? "recorded " : ""}run each, ` : once ? "after so few runs, " : "";
  const sentence = few + parts.join("; ") + ".";
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function clear(one, other, once) {
  const ratio = Math.max(one.median / other.median, other.median / one.median);
  return once ? ratio >= CLEAR_AT_ONCE : !overlap(one, other);
}

function times(ratio) {
  return `${ratio.toFixed(ratio < 9.995 ? 2 : 1)} times`;
}
