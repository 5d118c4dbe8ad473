import { copy } from "./clipboard.js";
import { LONGEST, heldIn, linkOf } from "./lab-link.js";

/** The link of a lab: made and copied, and shown in a field of its own. */
export class LabSharing {
  #place;

  constructor(place) {
    this.#place = place;
  }

  /**
   * Makes the link and copies it.
   *
   * @param held `{code, granularity, schedule, runtime}`
   */
  async share(held) {
    const address = await linkOf(held);
    if (address.length > LONGEST) return this.#show(null, "This program is too long for a link.");
    const copied = await copy(address);
    const words = copied ? "Copied." : "Press Ctrl+C to copy it.";
    this.#show(address, `${words} Whoever has the link can see this program and this order.`);
    if (!copied) this.#field.select();
  }

  clear() {
    this.#place.hidden = true;
  }

  #show(address, words) {
    this.#place.hidden = false;
    this.#place.querySelector("label").hidden = address === null;
    this.#field.value = address ?? "";
    this.#place.querySelector("p").textContent = words;
  }

  get #field() {
    return this.#place.querySelector("input");
  }
}

/**
 * Takes up the link that the page's address is, now and when it changes.
 *
 * @param take is called with what it holds, or null when it is broken
 * @return whether the address is a link
 */
export function follow(take) {
  const linked = ({ hash }) => hash.length > 1 && !document.getElementById(hash.slice(1));
  const open = async () => take(await heldIn(location.hash));
  addEventListener("hashchange", () => linked(location) && open());
  if (linked(location)) open();
  return linked(location);
}
