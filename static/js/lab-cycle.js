import { hue, label } from "./lab-names.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 300;
const HALF = 22;
const BEND = 52;

/**
 * Draws who waits for whom in a ring: a node for each task, and an arrow with what it waits for to
 * the task that has it. The same stands beside it in words.
 *
 * @param ring names of tasks; each waits for the next, and the last for the first
 * @param waiting pairs of a task's name and what it waits for, in words
 * @param numberOf the number of the task of this name, or null when it is not known
 */
export function drawnCycle(ring, waiting, numberOf) {
  const words = new Map(waiting);
  const height = ring.length === 2 ? 130 : 210;
  const svg = node("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, class: "cycle" });
  svg.ariaHidden = "true";
  const centre = { x: WIDTH / 2, y: height / 2 };
  const places = ring.map((_, index) => {
    const angle = Math.PI + (index * 2 * Math.PI) / ring.length;
    return { x: centre.x + 105 * Math.cos(angle), y: centre.y + (height / 2 - 28) * Math.sin(angle) };
  });
  ring.forEach((name, index) => {
    const next = (index + 1) % ring.length;
    drawArrow(svg, places[index], places[next], centre, thingIn(words.get(name)), hueOf(numberOf(name)));
  });
  ring.forEach((name, index) => drawTask(svg, places[index], name, numberOf(name)));
  return svg;
}

function drawTask(svg, { x, y }, name, number) {
  const group = node("g", { class: `t${hueOf(number)}` });
  group.append(
    node("rect", { x: x - HALF, y: y - 15, width: 2 * HALF, height: 30, rx: 6 }),
    text(x, y + 5, "node", number === null ? shortened(name, 6) : label(number)),
  );
  svg.append(group);
}

function drawArrow(svg, from, to, centre, thing, colour) {
  // Bent outwards, so that the two arrows between two tasks lie beside each other.
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const across = { x: -(to.y - from.y), y: to.x - from.x };
  const length = Math.hypot(across.x, across.y);
  const bend = { x: middle.x - (across.x / length) * BEND, y: middle.y - (across.y / length) * BEND };
  const start = edge(from, bend);
  const end = edge(to, bend);
  const group = node("g", { class: `t${colour}` });
  group.append(node("path", { d: `M${point(start)} Q${point(bend)} ${point(end)}`, class: "arrow" }), head(bend, end));
  if (thing) {
    const top = { x: (start.x + 2 * bend.x + end.x) / 4, y: (start.y + 2 * bend.y + end.y) / 4 };
    group.append(text(top.x, top.y + (top.y > centre.y ? 17 : -8), "thing", shortened(thing, 14)));
  }
  svg.append(group);
}

// Where a line from the middle of a task's box leaves it.
function edge(task, towards) {
  const x = towards.x - task.x;
  const y = towards.y - task.y;
  const scale = Math.min(HALF / Math.abs(x || 1e-6), 15 / Math.abs(y || 1e-6)) * 1.12;
  return { x: task.x + x * scale, y: task.y + y * scale };
}

function head(from, tip) {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const side = (turn) => ({ x: tip.x - 9 * Math.cos(angle + turn), y: tip.y - 9 * Math.sin(angle + turn) });
  return node("path", { d: `M${point(side(0.45))} L${point(tip)} L${point(side(-0.45))} Z`, class: "tip" });
}

function point({ x, y }) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function hueOf(number) {
  return number === null ? 0 : hue(number);
}

// "waits for lock_b, which Thread-2 (fb) holds": what it waits for is lock_b.
function thingIn(words = "") {
  return /^waits for (\S+), which /.exec(words)?.[1] ?? "";
}

function shortened(words, most) {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}

function text(x, y, name, words) {
  const made = node("text", { x, y, "text-anchor": "middle", class: name });
  made.textContent = words;
  return made;
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
