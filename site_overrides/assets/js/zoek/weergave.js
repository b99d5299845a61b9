// Draws results. Record text reaches the page through text nodes only.
import { typed } from "./tekst.js";

const LEVELS = 5; // Of evidence.
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** An element with text or children; `attributes` may hold a class, an address and the like. */
export function element(name, children = [], attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[children].flat());
  return made;
}

/** Resolves when what was changed before stands on the screen. */
export function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Text in; text nodes and `<mark>` elements around the words that were looked for, out. */
export function marked(text, marks) {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isMarked(match[0], marks)) continue;
    nodes.push(text.slice(done, match.index), element("mark", match[0]));
    done = match.index + match[0].length;
  }
  return [...nodes, text.slice(done)].filter(Boolean);
}

function isMarked(word, marks) {
  const lower = word.toLowerCase();
  return marks.has(typed(lower)) || lower.split(/['’-]/).some((part) => part.length > 2 && marks.has(typed(part)));
}

/** A result in, its card out; `root` is the address of the site. */
export function resultCard(result, marks, root) {
  const link = element("a", marked(result.title, marks), { href: new URL(`praktijken/${result.id}/`, root).href });
  const parts = [
    element("h3", link),
    element("p", result.place, { class: "praktijk-kaart__plaats" }),
    element("p", marked(result.summary, marks)),
    facts(result),
  ];
  if (result.adoptions) parts.push(element("p", result.adoptions, { class: "klein" }));
  const reason = reasonOf(result);
  if (reason) parts.push(element("p", reason, { class: "klein zoeken__reden" }));
  return element("article", parts, { class: "praktijk-kaart", "data-praktijk": result.id });
}

function facts({ evidenceRank, evidence, costs, status }) {
  const dots = element("span", "●".repeat(evidenceRank) + "○".repeat(LEVELS - evidenceRank), {
    class: "bewijs__punten",
    "aria-hidden": "true",
  });
  const rows = [["Bewijs", [dots, " ", evidence]], ["Kosten", [costs]]];
  if (status) rows.push(["Status", [status]]);
  return element("dl", rows.map(([name, value]) => element("div", [element("dt", name), element("dd", value)])));
}

function reasonOf({ via, kin }) {
  if (via.length) return `Gevonden via ${via.map((name) => `“${name}”`).join(" en ")}.`;
  return kin ? `Lijkt op “${kin}”.` : "";
}

export const countPractices = (count) => `${count} ${count === 1 ? "praktijk" : "praktijken"}`;

/** How many practices were found, for what: an answer of the engine, and whether filters are on. */
export function countSentence(count, { question, docs, literal }, filtered) {
  const about = question ? ` voor “${question}”` : "";
  const filters = filtered ? " met deze filters" : "";
  if (question && !docs.length) return `Niets gevonden${about}. Probeer een ander woord, of kies hieronder een thema.`;
  if (!count) return `Niets gevonden${about}${filters}.`;
  if (!question || literal) return `${countPractices(count)} gevonden${about}${filters}.`;
  const near = `${countPractices(count)} ${count === 1 ? "ligt" : "liggen"} er dichtbij`;
  return `Geen praktijk noemt “${question}”. ${near}${filters}.`;
}

/** Links in a sentence: "A, B en C". */
export function enumerated(links) {
  return links.flatMap((link, at) => [at === 0 ? "" : at === links.length - 1 ? " en " : ", ", link]);
}
