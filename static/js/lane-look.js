const NAMES = ["ground", "sunk", "edge", "edge-strong", "text", "text-soft", "text-faint", "accent", "bad"];

/** Colours and patterns for a canvas, as the sheet has them now. */
export class LaneLook {
  /** Device pixels to a CSS pixel, for which it was made. */
  scale = devicePixelRatio;
  #patterns = new Map();

  constructor(element) {
    const style = getComputedStyle(element);
    const value = (name) => style.getPropertyValue(`--${name}`).trim();
    for (const name of NAMES) this[name] = value(name);
    this.hues = [0, 1, 2, 3, 4, 5, 6].map((hue) => value(`task-${hue}`));
    this.font = value("font");
  }

  /** A pattern by its name in waits.js, in the colour of a task. */
  pattern(name, hue) {
    const key = name + hue;
    if (!this.#patterns.has(key)) this.#patterns.set(key, this.#draw(name, this.hues[hue]));
    return this.#patterns.get(key);
  }

  #draw(name, colour) {
    const size = { gil: 6, asleep: 7, core: 4, waits: 9 }[name];
    const tile = new OffscreenCanvas(Math.round(size * this.scale), Math.round(size * this.scale));
    const pen = tile.getContext("2d");
    pen.scale(tile.width / size, tile.height / size);
    pen.strokeStyle = pen.fillStyle = colour;
    pen.globalAlpha = { gil: 0.62, asleep: 0.6, core: 0.6, waits: 0.38 }[name];
    if (name === "asleep") {
      pen.beginPath();
      pen.arc(size / 2, size / 2, 0.85, 0, 7);
      pen.fill();
    } else if (name === "core") {
      pen.fillRect(0, 1, size, 1.4);
    } else {
      pen.lineWidth = name === "gil" ? 1.7 : 1.3;
      pen.beginPath();
      for (const shift of [-size, 0, size]) {
        pen.moveTo(shift - 1, size + 1);
        pen.lineTo(shift + size + 1, -1);
      }
      pen.stroke();
    }
    const pattern = pen.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(size / tile.width));
    return pattern;
  }
}

/** Fits a canvas to its place, sharp on every screen; returns its pen, cleared, in CSS pixels. */
export function penOf(canvas, width, height) {
  const scale = devicePixelRatio;
  const across = Math.round(width * scale);
  const down = Math.round(height * scale);
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
    canvas.style.inlineSize = `${width}px`;
    canvas.style.blockSize = `${height}px`;
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}
