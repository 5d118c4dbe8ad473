import { element } from "./dom.js";
import { kindOf } from "./tasks.js";
import { moment } from "./units.js";

const COLUMNS = [
  "Task", "Kind", "Started by", "From", "To", "CPU time", "Share of a core", "Mostly",
  "Joined by", "Outputs",
];
const MOST_ROWS = 1000;

/** What the lanes show, as a table. */
export class LaneTable {
  node = element("details", "lane-table");
  #timeline = null;
  #place = element("div", "table");

  constructor() {
    this.#place.tabIndex = 0;
    this.#place.role = "region";
    this.#place.ariaLabel = "The lanes as a table";
    this.node.append(element("summary", "", "The same as a table"), this.#place);
    this.node.addEventListener("toggle", () => this.node.open && this.refresh());
  }

  show(timeline) {
    this.#timeline = timeline;
    this.refresh();
  }

  refresh() {
    const head = element("tr", "");
    for (const words of COLUMNS) head.append(cell("col", words));
    const rows = this.#timeline.lanes.slice(0, MOST_ROWS).map((lane) => row(lane, this.#timeline.last));
    const table = element("table", "");
    const more = this.#timeline.lanes.length - MOST_ROWS;
    if (more > 0) table.append(element("caption", "", `The first ${MOST_ROWS} tasks; there were ${more} more.`));
    table.createTHead().append(head);
    table.createTBody().append(...rows);
    this.#place.replaceChildren(table);
  }
}

function row(lane, end) {
  const { task, from, to, parent, joiner, cpu, mostly, outputs, spans } = lane;
  const time = (to ?? end) - from;
  const known = spans.length > 0;
  const facts = [
    kindOf(task),
    parent?.task.label ?? "–",
    moment(from),
    moment(to ?? end),
    known ? moment(cpu) : "–",
    known && time > 0 ? `${Math.min(100, Math.round((100 * cpu) / time))}%` : "–",
    mostly || "–",
    joiner?.task.label ?? "–",
    String(outputs.length),
  ];
  const node = element("tr", "");
  node.append(cell("row", task.label), ...facts.map((fact) => element("td", "", fact)));
  return node;
}

function cell(scope, words) {
  const node = element("th", "", words);
  node.scope = scope;
  return node;
}
