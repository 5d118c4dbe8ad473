const LEAST_SPAN = 200;

// Room at both ends, in pixels, for what is drawn around a moment; half a slider's thumb.
const ROOM = 8;

/** The part of a run that can be seen, and where its moments lie. Times are microseconds. */
export class TimeAxis {
  from = 0;
  to = 1000;
  width = 1;
  #whole = 1000;
  #zoomed = false;

  /** Whether only a part of the run can be seen. */
  get zoomed() {
    return this.#zoomed;
  }

  /** How long the whole is. */
  get whole() {
    return this.#whole;
  }

  /** Sets how long the whole is; what is looked at closely stays where it is. */
  setWhole(whole) {
    this.#whole = Math.max(LEAST_SPAN, whole);
    if (!this.#zoomed) this.showAll();
  }

  showAll() {
    this.#zoomed = false;
    this.from = 0;
    this.to = this.#whole;
  }

  x(t) {
    return ROOM + ((t - this.from) / (this.to - this.from)) * (this.width - 2 * ROOM);
  }

  t(x) {
    return this.from + ((x - ROOM) / (this.width - 2 * ROOM)) * (this.to - this.from);
  }

  /** Shows `factor` times as much time, with the moment `t` staying at its place. */
  zoom(factor, t = (this.from + this.to) / 2) {
    const span = Math.max(LEAST_SPAN, (this.to - this.from) * factor);
    if (span >= this.#whole) return this.showAll();
    const part = (t - this.from) / (this.to - this.from);
    this.#zoomed = true;
    this.#put(t - part * span, span);
  }

  /** Moves by a part of what can be seen: 1 is a whole window. */
  move(part) {
    if (this.#zoomed) this.#put(this.from + part * (this.to - this.from), this.to - this.from);
  }

  /** Which part of what can be seen so many pixels are. */
  part(pixels) {
    return pixels / (this.width - 2 * ROOM);
  }

  /** Moves just so far that the moment can be seen. */
  reveal(t) {
    const span = this.to - this.from;
    if (this.#zoomed && (t < this.from || t > this.to)) this.#put(t - span / 2, span);
  }

  /** Moments for marks at least `gap` pixels apart, with their words: `[{t, words}]`. */
  ticks(gap) {
    const step = round((gap / this.width) * (this.to - this.from));
    const ticks = [];
    for (let t = Math.ceil(this.from / step) * step; t <= this.to + step / 1000; t += step) {
      ticks.push({ t, words: words(t, step) });
    }
    return ticks;
  }

  #put(from, span) {
    this.from = Math.max(0, Math.min(from, this.#whole - span));
    this.to = this.from + span;
  }
}

/** The next larger of 1, 2, 5, 10, 20 and so on. */
function round(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find((n) => n * power >= least);
}

function words(t, step) {
  if (t === 0) return "0";
  const long = step >= 100_000 && t >= 1_000_000;
  const unit = long || step >= 1_000_000 ? 1_000_000 : 1000;
  const digits = Math.max(0, Math.min(3, -Math.floor(Math.log10(step / unit) + 1e-9)));
  return `${(t / unit).toFixed(digits)} ${unit === 1000 ? "ms" : "s"}`;
}
