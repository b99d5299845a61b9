// "Lijkt dit op uw praktijk?": a hint below the summary, that stops nobody.
import { element, spoken } from "../keuze/dom.js";
import { ROOT } from "../keuze/gegevens.js";
import { startSearch } from "../zoek/klant.js";
import { similar } from "./gelijkenis.js";
import { clean } from "./tekst.js";

const SHORTEST = 3; // A title.

function entry({ id, title, place }) {
  const page = element(
    "a",
    { href: new URL(`praktijken/${id}/`, ROOT).href, target: "_blank", rel: "noopener" },
    title,
    spoken(" (opent in een nieuw tabblad)"),
  );
  return element("li", {}, page, ` (${place}) · `, element("a", { href: `?praktijk=${id}` }, "Verbeter deze", spoken(` praktijk: ${title}`)));
}

/** Takes the place of the hint; gives what looks for practices like a title and summary. */
export function createHint(box) {
  let search = null;
  let asked = "";

  return async function look(title, summary) {
    const question = clean(`${title} ${summary}`);
    if (clean(title).length < SHORTEST || question === asked) return;
    asked = question;
    let results;
    try {
      search ??= startSearch();
      ({ results } = await search.search(question));
    } catch {
      // Only a hint: without the index the form works as well.
      return;
    }
    if (question !== asked) return;
    const found = similar(title, summary, results);
    const words = element("p", {}, element("strong", {}, "Lijkt dit op uw praktijk?"), " Dan staat die er misschien al. Is het een andere? Ga gewoon verder.");
    box.replaceChildren(...(found.length ? [words, element("ul", {}, ...found.map(entry))] : []));
  };
}
