import { alike } from "./lane.js";
import { patternOf, wordsOf } from "./waits.js";

const FONT = 11.5;

/**
 * Draws the lanes that lie between two heights.
 *
 * @param pen of a canvas whose top is at the height `from`
 * @param scene `{timeline, axis, look, rows, size, now, pointed}`; `now` is where lanes without an
 *     end stop, `pointed` a lane or null
 */
export function paintLanes(pen, scene, from, to) {
  const { rows, size } = scene;
  pen.save();
  pen.translate(0, -from);
  const seen = rows.filter(({ top }) => top + size.pitch >= from && top <= to);
  paintLinks(pen, scene, from, to);
  for (const row of seen) paintLane(pen, scene, row);
  pen.restore();
}

function paintLane(pen, scene, { lane, top }) {
  const { axis, look, size, now } = scene;
  const y = top + size.marks;
  const left = Math.max(-9, axis.x(lane.from));
  const right = Math.min(axis.width + 9, axis.x(lane.to ?? now));
  if (right < -8 || left > axis.width + 8) return;
  const width = Math.max(2, right - left);
  const colour = look.hues[lane.task.hue];
  const body = new Path2D();
  body.roundRect(left, y, width, size.body, Math.min(4, width / 2));
  pen.fillStyle = look.ground;
  pen.fill(body);
  pen.save();
  pen.clip(body);
  pen.fillStyle = colour;
  pen.globalAlpha = 0.07;
  pen.fillRect(left, y, width, size.body);
  pen.globalAlpha = 1;
  const stretches = stretchesOf(scene, lane, right);
  for (const { from, to, wait } of stretches) {
    pen.fillStyle = look.pattern(patternOf(wait), lane.task.hue);
    pen.fillRect(from, y, to - from, size.body);
  }
  paintShares(pen, scene, lane, y, right);
  pen.restore();
  pen.globalAlpha = 0.6;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.stroke(body);
  pen.globalAlpha = 1;
  if (size.body >= 13) for (const stretch of stretches) paintWords(pen, scene, stretch, y);
  paintMarks(pen, scene, lane, y);
}

/** What it had of a core: solid from below; on top of it, in lines, what it could have used. */
function paintShares(pen, { axis, look, size }, lane, y, right) {
  const solid = new Path2D();
  const ready = new Path2D();
  const stop = axis.t(right);
  for (let i = lane.firstAfter(axis.from); i < lane.spans.length; i++) {
    const span = lane.spans[i];
    if (span.from > stop) break;
    if (!span.cpu && !span.ready) continue;
    const left = axis.x(span.from);
    const width = Math.max(axis.x(Math.min(span.to, stop)) - left, 0.6);
    const had = span.cpu && Math.max(1.5, span.cpu * size.body);
    const wanted = span.ready * size.body;
    if (had) solid.rect(left, y + size.body - had, width, had);
    if (wanted >= 1) ready.rect(left, y + size.body - had - wanted, width, wanted);
  }
  pen.fillStyle = look.ground;
  pen.fill(ready);
  pen.fillStyle = look.pattern("core", lane.task.hue);
  pen.fill(ready);
  pen.fillStyle = look.hues[lane.task.hue];
  pen.fill(solid);
}

/** Where it had less than a core, joined while it waited for the same: `[{from, to, wait, cpu}]`. */
function stretchesOf({ timeline, axis }, lane, right) {
  const stretches = [];
  const add = (from, to, wait, cpu) => {
    const last = stretches.at(-1);
    const start = Math.max(-20, axis.x(from));
    const stop = Math.min(right, axis.width + 20, axis.x(to));
    if (stop <= start) return;
    if (last && start - last.to < 0.5 && alike(last.wait, wait)) {
      last.to = stop;
      last.cpu += cpu * (stop - start);
    } else stretches.push({ from: start, to: stop, wait, cpu: cpu * (stop - start) });
  };
  for (let i = lane.firstAfter(axis.from); i < lane.spans.length; i++) {
    const { from, to, cpu, rest } = lane.spans[i];
    if (from > axis.to) break;
    if (cpu < 0.97) add(from, to, rest, cpu);
  }
  const known = Math.min(timeline.known, lane.to ?? Infinity);
  const last = Math.max(lane.spans.at(-1)?.to ?? lane.from, lane.from);
  if (!timeline.end && known > last) add(last, known, lane.wait, 0);
  return stretches;
}

function paintWords(pen, { axis, look, size }, { from, to, wait, cpu }, y) {
  const left = Math.max(0, from);
  const right = Math.min(axis.width, to);
  const free = 1 - cpu / (to - from);
  if (free < 0.2 || right - left < 30) return;
  pen.font = `${FONT}px ${look.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const words = wordsOf(wait).find((text) => pen.measureText(text).width + 16 < right - left);
  if (!words) return;
  const wide = pen.measureText(words).width + 8;
  const x = (left + right) / 2;
  // In the middle of what is not solid.
  const middle = y + Math.max(7.5, (free * size.body) / 2);
  pen.fillStyle = look.ground;
  pen.globalAlpha = 0.88;
  pen.beginPath();
  pen.roundRect(x - wide / 2, middle - 6.5, wide, 13, 3);
  pen.fill();
  pen.globalAlpha = 1;
  pen.fillStyle = look["text-soft"];
  pen.fillText(words, x, middle + 0.5);
}

/** Where it wrote: a stem with a head, or where there is no room for heads, the stems. */
function paintMarks(pen, { axis, look, size }, lane, y) {
  const outputs = lane.outputs;
  const stems = new Path2D();
  const heads = new Path2D();
  const radius = Math.min(3.2, size.marks / 3);
  let before = -Infinity;
  for (let i = firstFrom(outputs, axis.from); i < outputs.length; i++) {
    const x = axis.x(outputs[i].t);
    if (x > axis.width + 4) break;
    if (x - before < 1) continue;
    const next = i + 1 < outputs.length ? axis.x(outputs[i + 1].t) : Infinity;
    stems.rect(x - 0.75, y - size.marks / 2, 1.5, size.marks / 2 + 1);
    if (x - before > 5 && next - x > 5) {
      heads.moveTo(x + radius, y - size.marks / 2);
      heads.arc(x, y - size.marks / 2, radius, 0, 7);
    }
    before = x;
  }
  pen.fillStyle = look.hues[lane.task.hue];
  pen.fill(stems);
  pen.fill(heads);
}

/** The place of the first write at `t` or later. */
export function firstFrom(outputs, t) {
  let low = 0;
  for (let high = outputs.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (outputs[middle].t < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who started whom, and who waited for whose end: a line from lane to lane. */
function paintLinks(pen, { axis, look, rows, size, now, pointed }, from, to) {
  const tops = new Map(rows.map(({ lane, top }) => [lane, top]));
  const middle = (lane) => tops.get(lane) + size.marks + size.body / 2;
  const many = rows.length > 24;
  pen.lineWidth = 1.25;
  for (const { lane } of rows) {
    const links = [];
    if (tops.has(lane.parent)) links.push([lane.parent, lane.from]);
    if (lane.to !== null && lane.to <= now && tops.has(lane.joiner)) links.push([lane.joiner, lane.to]);
    for (const [other, t] of links) {
      const x = Math.round(axis.x(t)) + 0.5;
      const ends = [middle(other), middle(lane)];
      if (x < -2 || x > axis.width + 2 || Math.max(...ends) < from || Math.min(...ends) > to) continue;
      const edge = ends[0] < ends[1] ? size.body / 2 : -size.body / 2;
      pen.strokeStyle = pen.fillStyle = look.hues[lane.task.hue];
      // Many lines at once would hide each other; those of the lane that is pointed at stand out.
      pen.globalAlpha = !many || lane === pointed ? 0.8 : 0.15;
      pen.beginPath();
      pen.moveTo(x, ends[0] + edge);
      pen.lineTo(x, ends[1]);
      pen.stroke();
      pen.beginPath();
      pen.arc(x, ends[0] + edge, 2.4, 0, 7);
      pen.fill();
      pen.globalAlpha = 1;
    }
  }
}
