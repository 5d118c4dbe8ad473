// A link that holds a program, what a step is, and an order: JSON, deflated, in base64url.

/** Longer links are cut or refused on their way by some programs. */
export const LONGEST = 8000;

const MOST_UNPACKED = 1 << 18;

/** The address of the lab with this in it; `{code, granularity, schedule, runtime}`. */
export async function linkOf(held) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(held)));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const text = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return new URL(`/lab#${text}`, location.href).href;
}

/** What the part of an address after its # holds; null when it is none of ours, or broken. */
export async function heldIn(hash) {
  try {
    const letters = atob(hash.replace(/^#/, "").replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const bytes = await through(new DecompressionStream("deflate-raw"), packed);
    const held = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isWhole(held) ? held : null;
  } catch {
    return null;
  }
}

function isWhole({ code, granularity, schedule, runtime }) {
  return (
    typeof code === "string" &&
    ["line", "bytecode"].includes(granularity) &&
    typeof schedule === "string" &&
    ["undefined", "string"].includes(typeof runtime)
  );
}

// A small link can unpack to very much.
async function through(stream, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST_UNPACKED) throw new RangeError("It holds too much.");
    parts.push(value);
  }
}
