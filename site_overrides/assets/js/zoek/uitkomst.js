// The results as they stand on the page: the announced count, what is chosen, advice, cards, and more of them.
import { addButtons } from "../bewaren.js";
import { choiceButtons, removalAdvice } from "./keuzes.js";
import { countSentence, element, enumerated, resultCard } from "./weergave.js";

export const PAGE_SIZE = 10;
const FIRST = 4; // So many cards fill a screen.

/**
 * Takes the page, the address of the site, and what to do: `show(docs)` gives results, `addressOf(question)` the
 * address of another question, and `remove(facet, option)`, `removeFacet(facet)` and `clear()` change the choices and
 * resolve when that is shown.
 */
export function createOutcome(page, root, { show, addressOf, remove, removeFacet, clear }) {
  const at = (id) => page.querySelector(`#zoek-${id}`);
  const [status, chips, advice, outcome] = ["stand", "keuzes", "advies", "uitkomst"].map(at);
  const [heading, list, more, box] = ["uitkomst-kop", "resultaten", "meer", "q"].map(at);
  let docs = [];
  let rest = [];
  let marks = new Set();

  const cards = (results) => results.map((result) => resultCard(result, marks, root));
  const linkTo = (question) => element("a", question, { href: addressOf(question).href });
  const drop = (from, to) => [...list.children].slice(from, to).forEach((card) => card.remove());
  const focusOn = (target) => (target ?? (outcome.hidden ? box : heading)).focus();

  function showNothing(message) {
    docs = [];
    rest = [];
    outcome.hidden = chips.hidden = true;
    list.replaceChildren();
    advice.replaceChildren();
    status.textContent = message;
  }

  /**
   * `answer` is the engine's, `found` are all documents that are left of it, `results` the first of them. Only what
   * fills a screen is made at once; what stood below stays until `showRest`, so that the page keeps its height.
   */
  function showResults(answer, found, results, filtered) {
    docs = found;
    marks = new Set(answer.marks);
    rest = results.slice(FIRST);
    drop(0, rest.length ? FIRST : undefined);
    list.prepend(...cards(results.slice(0, FIRST)));
    addButtons(list);
    outcome.hidden = !docs.length;
    more.hidden = docs.length <= PAGE_SIZE;
    advice.replaceChildren(...adviceOn(answer));
    status.textContent = countSentence(docs.length, answer, filtered);
  }

  function showRest() {
    if (!rest.length) return;
    drop(FIRST);
    list.append(...cards(rest));
    addButtons(list);
    rest = [];
  }

  /** `alternatives` say what other choices would give, for when these give nothing. */
  function showChoices(chosen, alternatives) {
    chips.replaceChildren(...choiceButtons(chosen, { remove: removeChip, clear: () => clear().then(() => focusOn(null)) }));
    chips.hidden = !chosen.length;
    if (!alternatives.length) return;
    advice.prepend(removalAdvice(alternatives, (facet) => removeFacet(facet).then(() => focusOn(null))));
  }

  // What was pressed goes away, so the focus goes to the next choice, or to what is left.
  async function removeChip(facet, option, place) {
    await remove(facet, option);
    const left = [...chips.children].slice(0, -1); // The last one removes all.
    focusOn(left[Math.min(place, left.length - 1)]);
  }

  function adviceOn({ didYouMean, unknown, pages, nearest }) {
    const lines = [];
    const linkBelow = (label, url) => element("a", label, { href: new URL(url, root).href });
    if (didYouMean) lines.push(["Bedoelde u ", linkTo(didYouMean), "?"]);
    if (unknown.length && !nearest) lines.push([`Dit staat nergens: ${unknown.map((word) => `“${word}”`).join(", ")}.`]);
    if (pages.length) {
      lines.push(["Over deze site: ", ...enumerated(pages.map(({ title, url }) => linkBelow(title, url))), "."]);
    }
    if (nearest?.terms.length) lines.push(["Wat er op lijkt: ", ...enumerated(nearest.terms.map(linkTo)), "."]);
    if (nearest?.themes.length) {
      const links = nearest.themes.map(({ label, url }) => linkBelow(label, url));
      lines.push(["Thema’s die er op lijken: ", ...enumerated(links), "."]);
    }
    return lines.map((line) => element("p", line));
  }

  more.addEventListener("click", async () => {
    showRest();
    const shown = list.children.length;
    const next = cards(await show(docs.slice(shown, shown + PAGE_SIZE)));
    list.append(...next);
    addButtons(list);
    more.hidden = list.children.length >= docs.length;
    next[0].querySelector("a").focus();
  });
  return { showNothing, showResults, showRest, showChoices };
}
