import { element } from "./dom.js";
import { hue, label } from "./lab-names.js";

/** Fills the table of the variables that the threads share. */
export function showVariables(table, variables, position) {
  const rows = [...variables].map(([name, { value, by, step, fresh }]) => {
    const row = element("tr", fresh ? "fresh" : "");
    const head = element("th", "");
    head.scope = "row";
    head.append(element("code", "", name));
    const written = element("td", "by");
    if (by === null) written.append("not changed yet");
    else written.append(element("b", `t${hue(by)}`, label(by)), step === position ? ", just now" : `, step ${step}`);
    const shown = element("td", "");
    shown.append(element("code", "", value));
    row.append(head, shown, written);
    return row;
  });
  table.tBodies[0].replaceChildren(...rows);
  table.hidden = rows.length === 0;
  table.nextElementSibling.hidden = rows.length > 0;
}

/** Fills the list of what the program has written so far, who wrote it beside it. */
export function showOutput(list, output) {
  const rows = [];
  let last = null;
  for (const { task, text, fresh } of output) {
    if (last?.task === task && last.fresh === fresh) {
      last.said.textContent += text;
      continue;
    }
    const row = element("li", fresh ? "fresh" : "");
    const said = element("span", "said", text);
    row.append(element("b", `who t${hue(task)}`, label(task)), said);
    rows.push(row);
    last = { task, fresh, said };
  }
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  list.nextElementSibling.hidden = rows.length > 0;
}
