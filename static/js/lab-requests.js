const TRIES = 5;
const PATIENCE_MS = 30_000;

/** An answer that is none: what to say of it, and which part of the request was wrong, if one was. */
export class Refused extends Error {
  constructor(words, { field = null, line = null, status = 0 } = {}) {
    super(words);
    this.field = field;
    this.line = line;
    this.status = status;
  }
}

/**
 * Posts JSON and answers with the JSON that comes back. A busy server is asked again.
 *
 * @param waiting is told how many seconds it waits, and why
 * @param signal ends it, with an AbortError
 * @throws Refused when there is no answer to be had
 */
export async function post(address, body, { waiting, signal }) {
  for (let left = TRIES; ; left--) {
    const response = await send(address, body, signal);
    const answer = await response.json().catch(() => null);
    signal.throwIfAborted();
    if (response.ok && answer) return answer;
    const words = answer?.detail ?? answer?.title ?? `The server answered ${response.status}.`;
    if (response.ok || response.status !== 429 || left === 0) {
      throw new Refused(words, { ...answer, status: response.status });
    }
    const seconds = Math.max(1, Number(response.headers.get("Retry-After")) || 2);
    waiting(seconds, words);
    await pause(seconds, signal);
  }
}

async function send(address, body, signal) {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
  } catch {
    signal.throwIfAborted();
    throw new Refused("The server cannot be reached; please try again.");
  }
}

function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
