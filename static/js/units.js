/** Microseconds as text: "0.4 ms", "100.9 ms", "1.203 s". */
export function moment(us) {
  return us < 999_950 ? `${(us / 1000).toFixed(1)} ms` : `${(us / 1e6).toFixed(3)} s`;
}

/** Milliseconds as seconds, short: "0.41 s", "12.3 s". */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 9_995 ? 2 : 1)} s`;
}

/** A limit given in milliseconds: "10 s", "1.5 s". */
export function limitSeconds(ms) {
  return `${+(ms / 1000).toFixed(2)} s`;
}

/** Bytes as "256 KiB" or "9 MiB", whole numbers. */
export function size(bytes) {
  return bytes < 1 << 20 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / (1 << 20))} MiB`;
}
