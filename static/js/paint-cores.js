/**
 * Draws how many cores were busy over time, in the colours of those who were on them, against the
 * number of cores.
 *
 * @param scene `{timeline, axis, look, cores, now, order}`; `order` are the lanes from below
 */
export function paintCores(pen, { timeline, axis, look, cores, now, order }, height) {
  const top = 8;
  const base = height - 1;
  const scale = (base - top) / cores;
  const y = (busy) => base - busy * scale;
  const end = Math.min(axis.width, axis.x(now));
  pen.fillStyle = look.edge;
  pen.globalAlpha = 0.55;
  pen.fillRect(0, top, axis.width, base - top);
  pen.globalAlpha = 1;
  paintParts(pen, { timeline, axis, look, order, end }, y, base);
  const step = cores > 8 ? 4 : 1;
  for (let core = 0; core <= cores; core += step) {
    pen.strokeStyle = core === 0 || core === cores ? look["text-faint"] : look["edge-strong"];
    pen.lineWidth = 1;
    pen.setLineDash(core === 0 ? [] : [3, 4]);
    pen.beginPath();
    pen.moveTo(0, Math.round(y(core)) + 0.5);
    pen.lineTo(axis.width, Math.round(y(core)) + 0.5);
    pen.stroke();
  }
  pen.setLineDash([]);
  paintOutline(pen, { timeline, axis, look, end }, y);
}

function paintParts(pen, { timeline, axis, look, order, end }, y, base) {
  const areas = new Map(order.map((lane) => [lane, new Path2D()]));
  const rank = new Map(order.map((lane, i) => [lane, i]));
  for (const sample of seen(timeline, axis)) {
    const left = axis.x(sample.from);
    const right = Math.min(end, axis.x(sample.to));
    let below = 0;
    const parts = sample.parts.length < 2 ? sample.parts : sample.parts.toSorted(([a], [b]) => rank.get(a) - rank.get(b));
    for (const [lane, share] of parts) {
      const bottom = below ? y(below) : base;
      below += share;
      areas.get(lane)?.rect(left, y(below), Math.max(0.5, right - left + 0.3), bottom - y(below));
    }
  }
  for (const [lane, area] of areas) {
    pen.fillStyle = look.hues[lane.task.hue];
    pen.globalAlpha = lane.task.again ? 0.55 : 0.8;
    pen.fill(area);
  }
  pen.globalAlpha = 1;
}

function paintOutline(pen, { timeline, axis, look, end }, y) {
  pen.strokeStyle = look.text;
  pen.lineWidth = 1.75;
  pen.lineJoin = "round";
  pen.beginPath();
  let after = null;
  for (const { from, to, total } of seen(timeline, axis)) {
    if (after === from) pen.lineTo(axis.x(from), y(total));
    else pen.moveTo(axis.x(from), y(total));
    pen.lineTo(Math.min(end, axis.x(to)), y(total));
    after = to;
  }
  pen.stroke();
}

function seen({ samples }, axis) {
  return samples.filter(({ from, to }) => to >= axis.from && from <= axis.to);
}

/** Draws the marks of the time below the lanes. */
export function paintAxis(pen, { axis, look }) {
  pen.font = `12px ${look.font}`;
  pen.textBaseline = "alphabetic";
  pen.fillStyle = look["text-faint"];
  for (const { t, words } of axis.ticks(76)) {
    const x = axis.x(t);
    const wide = pen.measureText(words).width;
    pen.fillRect(Math.round(x), 0, 1, 4);
    pen.textAlign = "left";
    pen.fillText(words, Math.max(0, Math.min(axis.width - wide, x - wide / 2)), 17);
  }
}
