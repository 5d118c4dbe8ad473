import { element } from "./dom.js";
import { MEASURES } from "./measures.js";
import { spread } from "./spread.js";

/**
 * The result of a comparison: a row for each program, a column for each measure, each cell a bar with
 * its number: the median, and below it the least and the most.
 */
export class ComparisonTable {
  #body = role(element("tbody", ""), "rowgroup");

  /** @param place what it stands in; whatever was there goes */
  constructor(place, caption) {
    // The roles stay when a phone shows each row as a block.
    const table = role(element("table", "compared"), "table");
    const head = role(element("tr", ""), "row");
    head.append(heading("col", "columnheader", "Program"));
    head.append(...MEASURES.map(({ name }) => heading("col", "columnheader", name)));
    const thead = role(element("thead", ""), "rowgroup");
    thead.append(head);
    table.append(element("caption", "", caption), thead, this.#body);
    place.replaceChildren(table);
  }

  /** @param rows `[{title, note, runs}]`: data of `end` events with `tasks`, any number of them */
  show(rows) {
    const columns = MEASURES.map(({ of }) =>
      rows.map(({ runs }) => spread(runs.map(of).filter(Number.isFinite))),
    );
    const tops = columns.map((cells) => Math.max(0, ...cells.map((cell) => cell?.most ?? 0)));
    this.#body.replaceChildren(
      ...rows.map((row, r) => {
        const line = role(element("tr", ""), "row");
        const head = heading("row", "rowheader", row.title);
        if (row.note) head.append(element("small", "", row.note));
        line.append(head, ...columns.map((cells, m) => cell(MEASURES[m], cells[r], tops[m])));
        return line;
      }),
    );
  }
}

function cell({ name, words }, range, top) {
  const node = role(element("td", ""), "cell");
  node.dataset.label = name;
  if (!range) {
    node.append(element("b", "", "–"));
    return node;
  }
  const { least, median, most } = range;
  const [low, high] = [words(least), words(most)];
  const spreads = low !== high;
  node.append(bar(median / top, spreads && [least / top, most / top]), element("b", "", words(median)));
  if (spreads) node.append(element("small", "", `${low} to ${high}`));
  return node;
}

/** A bar as long as the median, with a line from the least to the most; all are shares of the widest. */
function bar(median, ends) {
  const node = element("span", "beam");
  node.setAttribute("aria-hidden", "true");
  const length = element("i", "length");
  length.style.inlineSize = share(median);
  node.append(length);
  if (!ends) return node;
  const reach = element("i", "reach");
  reach.style.insetInlineStart = share(ends[0]);
  reach.style.inlineSize = share(ends[1] - ends[0]);
  node.append(reach);
  return node;
}

function share(part) {
  return `${((part || 0) * 100).toFixed(1)}%`;
}

function heading(scope, kind, text) {
  const node = role(element("th", "", text), kind);
  node.scope = scope;
  return node;
}

function role(node, name) {
  node.setAttribute("role", name);
  return node;
}
