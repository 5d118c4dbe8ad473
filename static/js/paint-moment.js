/**
 * Draws over a drawing which moment is looked at: what comes after the one that a replay shows is
 * faint, and a line stands where something is marked or pointed at.
 *
 * @param scene `{axis, look, at, marked, hover}`: a moment, a write and `{t}`, each or null
 */
export function paintMoment(pen, { axis, look, at, marked, hover }, height) {
  const line = (t, colour, wide) => {
    pen.fillStyle = colour;
    pen.fillRect(Math.round(axis.x(t)) - wide / 2, 0, wide, height);
  };
  if (at !== null) {
    pen.globalAlpha = 0.78;
    pen.fillStyle = look.ground;
    const x = Math.max(0, axis.x(at));
    pen.fillRect(x, 0, Math.max(0, axis.width - x), height);
    pen.globalAlpha = 1;
    line(at, look.accent, 2);
  }
  if (marked) line(marked.t, look.text, 1);
  else if (hover) line(hover.t, look["text-faint"], 1);
}

/** Draws the head of the write that is marked, if it is on one of the lanes. */
export function paintMark(pen, { axis, look, rows, size, marked }, from) {
  const row = marked && rows.find(({ lane }) => lane === marked.lane);
  if (!row) return;
  pen.beginPath();
  pen.arc(axis.x(marked.t), row.top + size.marks / 2 - from, 5.5, 0, 7);
  pen.fillStyle = look.hues[row.lane.task.hue];
  pen.strokeStyle = look.text;
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
}
