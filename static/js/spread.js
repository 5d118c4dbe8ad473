/** Of some numbers, in any order: `{least, median, most}`; of none, null. */
export function spread(numbers) {
  if (!numbers.length) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { least: sorted[0], median, most: sorted.at(-1) };
}

/** Whether two spreads have a value in common. */
export function overlap(one, other) {
  return one.least <= other.most && other.least <= one.most;
}
