import { element } from "./dom.js";
import { hue, label } from "./lab-names.js";
import { placeWords } from "./lab-words.js";

/**
 * The order that is loaded: a strip of cells, one for each step. For the keyboard and for screen
 * readers it is a slider, whose keys are those of the lab.
 */
export class LabRibbon {
  #strip;
  #go;
  #record = null;

  /** @param go is called with the position to go to */
  constructor(strip, go) {
    this.#strip = strip;
    this.#go = go;
    strip.addEventListener("click", ({ target }) => {
      const cell = target.closest(".cell");
      if (cell) this.#go([...strip.children].indexOf(cell) + 1);
    });
  }

  show(record, position) {
    if (record !== this.#record) this.#fill(record);
    const cells = this.#strip.children;
    for (let index = 0; index < cells.length; index++) {
      cells[index].classList.toggle("taken", index < position);
      cells[index].classList.toggle("now", index === position - 1);
    }
    this.#strip.ariaValueNow = String(position);
    this.#strip.ariaValueMax = String(record.length);
    this.#strip.ariaValueText = textOf(record, position);
    this.#follow(cells[Math.max(0, position - 1)]);
  }

  clear() {
    this.#record = null;
    this.#strip.replaceChildren();
    this.#strip.ariaValueNow = this.#strip.ariaValueMax = "0";
    this.#strip.ariaValueText = "No order yet";
  }

  #fill(record) {
    let before = null;
    const cells = record.steps.map((step, index) => {
      const { task, line, from } = step;
      const cell = element("span", `cell t${hue(task)}`);
      if (task !== before) cell.append(element("b", "", label(task)), " ");
      cell.append(line === undefined ? "–" : String(line));
      cell.classList.toggle("first", task !== before);
      cell.classList.toggle("choice", Boolean(from));
      cell.title = `Step ${index + 1}: ${label(task)}${placeWords(step)}`;
      before = task;
      return cell;
    });
    this.#strip.replaceChildren(...cells);
    this.#record = record;
  }

  // Only the strip itself scrolls, never the page.
  #follow(cell) {
    if (!cell) return;
    const strip = this.#strip;
    const top = cell.offsetTop - strip.offsetTop;
    if (top < strip.scrollTop || top + cell.offsetHeight > strip.scrollTop + strip.clientHeight) {
      strip.scrollTop = top - strip.clientHeight / 2;
    }
  }
}

function textOf(record, position) {
  if (position === 0) return `Before the first of ${record.length} steps`;
  const { task, line } = record.steps[position - 1];
  return `Step ${position} of ${record.length}: ${label(task)}${placeWords({ line })}`;
}
