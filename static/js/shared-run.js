// The page of a share holds what the program wrote as text; here its run is played into the demo.
const place = document.querySelector("[data-shared]");
const written = place.querySelector(".written");

async function play() {
  await customElements.whenDefined("demo-runner");
  const demo = place.querySelector("demo-runner");
  const response = await fetch(place.dataset.shared);
  if (!response.ok) return;
  const { events } = await response.json();
  // Somebody may have run it meanwhile.
  if (demo.dataset.state === "idle") demo.play(events, place.dataset.mark);
  written.remove();
}

play().catch((problem) => console.warn("The text of the run stays:", problem));
