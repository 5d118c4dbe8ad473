// Marks, in "on this page", the section that is being read: the last whose heading has passed the
// upper third of the window.
const links = [...document.querySelectorAll('.toc a[href^="#"]')];
const sections = links
  .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter((section) => section.heading);

function mark() {
  const line = innerHeight / 3 + 1;
  const passed = sections.filter((section) => section.heading.getBoundingClientRect().top < line);
  const current = (passed.at(-1) ?? sections[0])?.link;
  for (const link of links) {
    if (link === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

const watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
for (const section of sections) watch.observe(section.heading);
