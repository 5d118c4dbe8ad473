const COLOURS = /\x1b\[[0-9;:]*m/g;

/**
 * Output as rows, in the order in which it was written. A write need not end its line: the next
 * write of the same task goes on with it. When another task writes first, the line is torn: it stays
 * as it is, and what follows of it gets a row of its own.
 *
 * A row is `{t, task, stream, text, torn, rest, write}`: `torn` if it was cut before its end, `rest` if it
 * goes on with one that was; `write` is the number of the write that began it, from 0. Only the
 * last row can still change.
 */
export class Lines {
  rows = [];
  /** For each write the row in which it begins, from 0. */
  writes = [];
  #open = null;
  #torn = new Set();

  /** Takes the data of an `output` event. */
  add({ t, task, stream, text }) {
    const first = this.rows.length;
    const goesOn = this.#open && this.#open.task === task && this.#open.stream === stream;
    const pieces = text.replace(COLOURS, "").split("\n");
    pieces.forEach((piece, i) => {
      const ends = i < pieces.length - 1;
      if (piece || ends) this.#write(t, task, stream, piece, ends);
    });
    this.writes.push(goesOn || this.rows.length === first ? Math.max(0, first - 1) : first);
  }

  #write(t, task, stream, text, ends) {
    let row = this.#open;
    if (row && (row.task !== task || row.stream !== stream)) {
      row.torn = true;
      this.#torn.add(row.task + row.stream);
      row = null;
    }
    if (row) row.text += text;
    else {
      const rest = this.#torn.delete(task + stream);
      row = { t, task, stream, text, torn: false, rest, write: this.writes.length };
      this.rows.push(row);
    }
    this.#open = ends ? null : row;
  }
}
