/**
 * Shows what an exploration proves, and what it does not, in the words that come from the server: its
 * `state`, a `title` if it has one, why, and what was `assumed`.
 */
export function showVerdict(place, { state, title = "", words, assumed = "" }) {
  place.dataset.state = state;
  show(place.querySelector(".lab-verdict"), title);
  place.querySelector(".words").textContent = words;
  show(place.querySelector(".assumed"), assumed);
}

function show(node, text) {
  node.textContent = text;
  node.hidden = text === "";
}
