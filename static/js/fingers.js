// How far a finger may go, in pixels, before it is taken to go across rather than to tap.
const TAP = 8;

// Fingers nearer to each other, in pixels, count as this far apart.
const NEAR = 24;

/**
 * Fingers on the lanes: two zoom, and one goes across as the pointer of a mouse does with its button
 * down. One that goes up or down scrolls the page, so nothing happens before it is clear which.
 */
export class Fingers {
  #lanes;
  #begin;

  /** The latest event of each finger that is down, by its id. */
  #down = new Map();

  /** The event with which the one finger began, while it may still tap or scroll; or null. */
  #first = null;
  #pinched = false;

  /**
   * @param board the element with the canvases
   * @param begin takes the event with which a finger came down, once that is known to tap or go across
   */
  constructor(board, lanes, begin) {
    this.#lanes = lanes;
    this.#begin = begin;
    for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"]) {
      board.addEventListener(name, (event) => this.#hear(event), { capture: true });
    }
    // One finger may scroll the page, two may not.
    const still = (event) => event.touches.length > 1 && event.cancelable && event.preventDefault();
    board.addEventListener("touchmove", still, { passive: false });
  }

  // What one finger does across goes on to the board, which takes it for a mouse.
  #hear(event) {
    if (event.pointerType !== "touch" || !event.target.matches("canvas")) return;
    if (!this.#passes(event)) event.stopPropagation();
  }

  #passes(event) {
    const id = event.pointerId;
    switch (event.type) {
      case "pointerdown":
        // The end of a touch may have been lost.
        if (event.isPrimary) this.#down.clear();
        this.#down.set(id, event);
        this.#pinched = this.#down.size > 1;
        this.#first = this.#pinched ? null : event;
        return false;
      case "pointermove":
        if (this.#down.size > 1) this.#pinch(event);
        else if (this.#first && goesAcross(this.#first, event)) this.#start();
        return this.#down.size === 1 && !this.#first;
      case "pointerup":
        if (this.#first && !this.#pinched) this.#start();
        return this.#lift(id);
      case "pointercancel":
        return this.#lift(id);
    }
    // A finger that left may still have pointed at something.
    return false;
  }

  #start() {
    this.#begin(this.#first);
    this.#first = null;
  }

  /** The one that stays when two were down may go across from where it is. */
  #lift(id) {
    this.#down.delete(id);
    const [left] = this.#down.values();
    this.#first = left ?? null;
    return true;
  }

  /** Keeps the moments between two fingers between them. */
  #pinch(event) {
    const before = this.#between(event);
    this.#down.set(event.pointerId, event);
    const after = this.#between(event);
    const { axis } = this.#lanes;
    this.#lanes.zoom(before.apart / after.apart, axis.t(before.middle));
    this.#lanes.move(axis.part(before.middle - after.middle));
  }

  #between({ target }) {
    const [one, other] = this.#down.values();
    const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const middle = (one.clientX + other.clientX) / 2 - target.getBoundingClientRect().left;
    return { middle, apart: Math.max(NEAR, apart) };
  }
}

function goesAcross(from, to) {
  const across = Math.abs(to.clientX - from.clientX);
  return across >= TAP && across > Math.abs(to.clientY - from.clientY);
}
