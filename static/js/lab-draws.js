import { element } from "./dom.js";

/** What the last step drew at random: a button for each value that it can draw, the one that it drew pressed. */
export class LabDraws {
  #list;

  /** @param list an empty list element */
  constructor(list) {
    this.#list = list;
  }

  /** @param draws those of the last step, as a record has them */
  show(draws) {
    const focused = this.#list.contains(document.activeElement) && document.activeElement.dataset.draw;
    this.#list.hidden = draws.length === 0;
    this.#list.replaceChildren(...draws.map(row));
    if (focused) this.#list.querySelector(`[data-draw="${focused}"]`)?.focus();
  }
}

function row(draw, index) {
  const item = element("li", "draw");
  item.append(element("span", "", `${draw.call}() drew`));
  for (const [value, words] of draw.values.entries()) {
    const button = element("button", "btn", words);
    button.type = "button";
    button.dataset.draw = `${index}.${value}`;
    button.ariaPressed = String(value === draw.value);
    item.append(button);
  }
  return item;
}
