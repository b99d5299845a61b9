// The buttons that keep a practice, on every card and practice page, and the number in the header.
import { element, button, spoken } from "./keuze/dom.js";
import { ROOT } from "./keuze/gegevens.js";
import { count, toggle, writeQuery } from "./keuze/keuze.js";
import { KEY, openKept } from "./keuze/opslag.js";

const SVG = "http://www.w3.org/2000/svg";
const BOOKMARK = "M6 3h12v18l-6-5-6 5z";

/** What the reader keeps; pages that change it call `refresh` after. */
export const kept = openKept();

function bookmark() {
  const icon = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: 16, height: 16, "aria-hidden": true })) {
    icon.setAttribute(name, value);
  }
  icon.append(document.createElementNS(SVG, "path"));
  icon.firstChild.setAttribute("d", BOOKMARK);
  return icon;
}

/** A status that came together with its words would not be read out, so the words follow a moment later. */
function announce(text) {
  let status = document.getElementById("bewaar-stand");
  if (!status) {
    status = element("p", { id: "bewaar-stand", role: "status", class: "alleen-voorlezen" });
    document.body.append(status);
  }
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 150);
}

function press(id, title) {
  const ids = toggle(kept.read(), id);
  kept.write(ids);
  refresh();
  announce(`${title} ${ids.includes(id) ? "bewaard" : "uit uw selectie gehaald"}. ${count(ids.length)} in uw selectie.`);
}

function keepButton(id, title) {
  const made = button("Bewaar", title, () => press(id, title), { "data-bewaar": id });
  made.prepend(bookmark());
  return made;
}

function compareLink(id, other, title) {
  const href = new URL(`vergelijken/${writeQuery([id, other])}`, ROOT).href;
  return element("a", { href, class: "knop knop--klein" }, "Vergelijk", spoken(` deze praktijk met ${title}`));
}

function addTo(place) {
  const id = place.dataset.praktijk;
  const heading = place.querySelector("h1, h2, h3");
  const title = heading.textContent.trim();
  const row = element("div", { class: "praktijk-doen" }, keepButton(id, title));
  if (heading.tagName === "H1") {
    heading.parentElement.append(row);
    return;
  }
  const current = place.closest("article.praktijk")?.dataset.praktijk;
  if (current) row.append(compareLink(current, id, title));
  place.append(row);
}

/** Give every card or practice (`data-praktijk`) inside an element its button; those that have one keep it. */
export function addButtons(within) {
  for (const place of within.querySelectorAll("[data-praktijk]")) {
    if (!place.querySelector(`[data-bewaar="${place.dataset.praktijk}"]`)) addTo(place);
  }
  refresh();
}

/** Bring all buttons and the number in the header up to date with what is kept. */
export function refresh() {
  const ids = kept.read();
  for (const one of document.querySelectorAll("[data-bewaar]")) {
    one.setAttribute("aria-pressed", String(ids.includes(one.dataset.bewaar)));
  }
  document.getElementById("selectie-aantal").textContent = ids.length ? ` (${ids.length})` : "";
}

addButtons(document);
addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) refresh();
});
// A page that comes back from the browser's cache still shows the old choice.
addEventListener("pageshow", (event) => event.persisted && refresh());
