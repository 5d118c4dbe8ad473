import { Board } from "./lane-board.js";
import { LaneNames } from "./lane-names.js";
import { LaneLook, penOf } from "./lane-look.js";
import { LaneTable } from "./lane-table.js";
import { Legend } from "./lane-legend.js";
import { paintAxis, paintCores } from "./paint-cores.js";
import { paintLanes } from "./paint-lanes.js";
import { paintMark, paintMoment } from "./paint-moment.js";
import { Replay } from "./replay.js";
import { TimeAxis } from "./time-axis.js";
import { moment } from "./units.js";
import { doingWords } from "./waits.js";

// While a program runs, this much time is shown at least, so that its first moments do not race by.
const FIRST_LOOK = 200_000;
const AXIS_HEIGHT = 22;
const CORE_HEIGHT = 30;

// How long it waits between two drawings of a program that runs: samples come every 50 ms.
const LIVE_MS = 50;
const QUIET_MS = 500;

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

/**
 * The picture of a run: who was there, who had a core, who waited for what, who wrote when. It is
 * drawn while the run goes on, and replayed when it is over.
 *
 * Options are functions: `mark(output)` hears which of `timeline.outputs` is marked in the lanes, or
 * null; `seek(t)` hears which moment a replay shows, or null for the whole; `go(output)` is to take
 * the focus to what was written; `quiet()` says whether it is better to draw seldom. Lanes that are
 * a part of {@link AlignedLanes} have its `axis` and its `replay`, and tell it by `moved()` that
 * another part of the axis is seen, and by `point(t)` at which moment somebody points, or null.
 */
export class Lanes {
  #timeline;
  #options;
  #axis;
  #board;
  #names;
  #look = null;
  #replay;
  #legend;
  #table;
  #range = 0;
  #version = -1;
  #frame = 0;
  #timer = 0;
  #drawn = 0;
  #start = null;
  #at = null;
  #hover = null;
  #marked = null;
  #ended = false;

  constructor(place, timeline, options = {}) {
    this.#options = options;
    this.#axis = options.axis ?? new TimeAxis();
    this.#board = new Board(this);
    this.#names = new LaneNames(this.#board.names);
    this.#legend = new Legend();
    this.#replay = options.replay ?? new Replay(this, calm);
    this.#table = new LaneTable();
    place.replaceChildren(this.#board.node, this.#legend.node, this.#table.node);
    if (!options.replay) this.#board.node.after(this.#replay.node);
    dark.addEventListener("change", () => this.#restyle());
    document.fonts?.ready.then(() => this.#restyle());
    this.show(timeline);
  }

  /** Shows another run in the place of this one. */
  show(timeline) {
    this.#timeline = timeline;
    this.#version = -1;
    this.#start = null;
    this.#ended = false;
    this.#hover = null;
    this.#marked = null;
    this.#axis.showAll();
    this.#at = null;
    this.#replay.reset();
    this.#table.show(timeline);
    this.changed();
  }

  /** Draws what is new: with the next frame, or a little later while the program runs. */
  changed() {
    if (this.#frame) return;
    const wait = this.#timeline.running ? this.#drawn + this.#pace - performance.now() : 0;
    if (wait > 0) this.#timer ||= setTimeout(() => this.#ask(), wait);
    else this.#ask();
  }

  #ask() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  // The server may be this very machine: what is drawn takes the time of the program's cores.
  get #pace() {
    return this.#options.quiet?.() ? QUIET_MS : LIVE_MS;
  }

  /** Fixes the time that is shown to so many milliseconds, for comparisons; 0 fits the run. */
  setRange(ms) {
    this.#range = ms * 1000;
    this.changed();
  }

  /** Marks a write, one of `timeline.outputs`, or none. Says nothing to `options.mark`. */
  mark(output) {
    this.#marked = output ?? null;
    this.#reveal();
    this.changed();
  }

  get timeline() {
    return this.#timeline;
  }

  /** The {@link TimeAxis}, as wide as its drawings are. */
  get axis() {
    this.#axis.width = this.#board.width;
    return this.#axis;
  }

  get rows() {
    return this.#names;
  }

  get marked() {
    return this.#marked;
  }

  /** The moment that a replay shows, or null for the whole. */
  get at() {
    return this.#at;
  }

  get replay() {
    return this.#replay;
  }

  /** Marks a write as one who points at it or came to it by keys. */
  choose(output, aloud = false) {
    if (output === this.#marked) return;
    if (output && aloud && this.#at !== null && output.t > this.#at) this.#replay.seek(output.t);
    this.mark(output);
    this.#options.mark?.(output);
    if (output && aloud) this.#board.say(describe(output));
  }

  /** Takes the focus to what was written. */
  go() {
    if (this.#marked) this.#options.go?.(this.#marked);
  }

  /** Points at a moment, and at a lane if there is one: `{t, lane}`, or null. */
  point(hover) {
    this.#hover = hover;
    this.changed();
    this.#options.point?.(hover?.t ?? null);
  }

  /** Marks a moment that somebody points at elsewhere, or none for null. */
  follow(t) {
    this.#hover = t === null ? null : { t, lane: null };
    this.changed();
  }

  /** Shows the run as it was at a moment; null shows all of it. */
  seek(t) {
    this.#at = t;
    if (t !== null) this.#axis.reveal(t);
    this.#options.seek?.(t);
    this.changed();
  }

  zoom(factor, t = this.#marked?.t ?? this.#at ?? undefined) {
    this.#axis.zoom(factor, t);
    this.#moved();
  }

  zoomOut() {
    this.#axis.showAll();
    this.#moved();
  }

  /** Moves what is seen by a part of it. */
  move(part) {
    this.#axis.move(part);
    this.#moved();
  }

  #moved() {
    this.changed();
    this.#options.moved?.();
  }

  #restyle() {
    this.#look = null;
    this.changed();
  }

  #reveal() {
    if (!this.#marked) return;
    this.#axis.reveal(this.#marked.t);
    this.#moved();
    const row = this.#names.rows.find(({ lane }) => lane === this.#marked.lane);
    if (row) this.#board.reveal(row.top, this.#names.size.pitch);
  }

  /** How long the run has lasted by now: a clock goes on between events, unless motion is unwanted. */
  #now() {
    const { running, last } = this.#timeline;
    if (!running || calm.matches) return last;
    this.#start ??= performance.now() - last / 1000;
    return Math.max(last, (performance.now() - this.#start) * 1000);
  }

  #draw() {
    this.#frame = 0;
    this.#drawn = performance.now();
    const timeline = this.#timeline;
    const now = this.#now();
    if (this.#version !== timeline.version) {
      this.#version = timeline.version;
      this.#names.show(timeline);
    }
    this.#axis.width = this.#board.width;
    if (this.#axis.width <= 0) return;
    this.#axis.setWhole(Math.max(this.#range, now, timeline.running ? FIRST_LOOK : 0));
    const look = (this.#look = this.#look?.scale === devicePixelRatio ? this.#look : new LaneLook(this.#board.node));
    const { rows, size, height } = this.#names;
    const cores = Math.max(timeline.cores ?? 1, Math.ceil(timeline.most - 0.1));
    const order = rows.map(({ lane }) => lane);
    const [at, marked, hover] = [this.#at, this.#marked, this.#hover];
    const pointed = (marked ?? hover)?.lane ?? null;
    const scene = { timeline, axis: this.#axis, look, rows, size, now, cores, order, pointed, at, marked, hover };
    const paint = (canvas, down, draw) => {
      const pen = penOf(canvas, this.#axis.width, down);
      draw(pen);
      paintMoment(pen, scene, down);
    };
    const coresHeight = 8 + Math.max(48, Math.min(96, cores * CORE_HEIGHT));
    paint(this.#board.cores, coresHeight, (pen) => paintCores(pen, scene, coresHeight));
    const seen = this.#board.fit(height);
    const { top } = this.#board;
    paint(this.#board.lanes, seen, (pen) => {
      paintLanes(pen, scene, top, top + seen);
      paintMark(pen, scene, top);
    });
    paint(this.#board.time, AXIS_HEIGHT, (pen) => paintAxis(pen, scene));
    this.#tell(now, cores);
    if (timeline.end && !this.#ended) this.#over();
    if (timeline.running && !calm.matches) this.changed();
  }

  #tell(now, cores) {
    const timeline = this.#timeline;
    const t = this.#marked?.t ?? this.#hover?.t ?? this.#at;
    const live = timeline.running ? timeline.known : null;
    this.#names.tell(timeline, t ?? live);
    this.#board.tellCores(timeline, cores, t ?? live, t === null ? "now" : moment(t));
    this.#legend.tell(this.#marked ? describe(this.#marked) : this.#pointed());
    this.#replay.tell();
    this.#board.label(timeline, now);
  }

  #pointed() {
    if (!this.#hover?.lane) return "";
    const { lane, t } = this.#hover;
    return `${lane.task.label} at ${moment(t)}: ${doingWords(this.#timeline.doing(lane, t)) || "not there"}`;
  }

  #over() {
    this.#ended = true;
    this.#table.refresh();
    this.changed();
  }
}

/** "ann at 100.9 ms wrote “ann 3”, line 7". */
function describe({ t, lane, text, line }) {
  const words = text.trim().replace(/\s+/g, " ");
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return `${lane.task.label} at ${moment(t)} wrote “${short}”${line ? `, line ${line}` : ""}`;
}
