// The search page: results while someone types and filters, each state with an address of its own.
import { placeFilters } from "./zoek/blad.js";
import { Facets, asksSomething, choose, countChoices, readState, toggle, writeState } from "./zoek/facetten.js";
import { createFilters } from "./zoek/filters.js";
import { choiceButtons, removalAdvice } from "./zoek/keuzes.js";
import { startSearch } from "./zoek/klant.js";
import { keepMine, keptMine } from "./zoek/mijn.js";
import { countPractices, countSentence, element, enumerated, resultCard } from "./zoek/weergave.js";

const PAGE_SIZE = 10;
const PAUSE = 120; // Milliseconds without a key before a question is asked.
const WIDE = "(min-width: 64em)"; // As in zoeken.css.
const NOT_LOADED =
  "De praktijken konden niet worden geladen. Probeer het later nog eens, of kies hieronder een thema.";

function start(page) {
  const at = (id) => page.querySelector(`#zoek-${id}`);
  const form = at("formulier");
  const box = form.elements.q;
  const [status, advice, outcome, list, more] = ["stand", "advies", "uitkomst", "resultaten", "meer"].map(at);
  const [side, controls, sorting, chips, sheet] = ["zij", "bediening", "sorteer", "keuzes", "blad"].map(at);
  const filterButton = at("filterknop");
  const root = new URL(page.dataset.root, location.href);
  const wide = matchMedia(WIDE);
  let engine;
  let facets; // Loaded once, with the first answer.
  let searched = {}; // The last question, with the promise of what the engine says of it.
  let answered; // What it said of the question that is shown.
  let state;
  let docs = []; // All that is shown or can be.
  let asked = 0;
  let typing = false;
  let pause;

  // The engine is fetched at the first sign that someone is going to search.
  const wake = () => {
    if (!engine) {
      engine = startSearch();
      engine.open().catch(() => {}); // What goes wrong is said when a question is asked.
    }
    return engine;
  };
  const addressOf = (wanted) => {
    const address = new URL(location.href);
    address.search = writeState(wanted);
    return address;
  };
  // Who takes the last filter away still wants to see practices.
  const stay = (wanted) => (asksSomething(wanted) ? wanted : { ...wanted, sort: "nieuwste" });
  const linkTo = (question) => element("a", question, { href: addressOf({ ...state, question }).href });
  const filters = createFilters(at("filters"), {
    open: wide.matches,
    toggle: (facet, option) => goTo(stay(toggle(state, facet, option))),
    chooseMine(mine) {
      keepMine(mine);
      goTo(stay({ ...(mine ? state : choose(state, "zoals", [])), mine }));
    },
  });

  async function loadFacets() {
    if (!facets) {
      const { file, total } = await wake().facets();
      facets ??= new Facets(file, total);
    }
    return facets;
  }

  function search(question) {
    if (searched.question !== question) searched = { question, promise: wake().search(question, { limit: 0 }) };
    return searched.promise;
  }

  /** Shows what belongs to the state. A later one may be ready first: what is shown stays until its own answer comes. */
  async function answer() {
    const number = ++asked;
    const current = () => number === asked;
    showFrame();
    if (!asksSomething(state)) return showNothing("");
    const plain = state.question && !state.sort && !countChoices(state);
    try {
      // The first results of a plain question do not wait for the facets.
      const [found] = await Promise.all([search(state.question), plain ? null : loadFacets()]);
      if (!current()) return undefined;
      const fitting = state.question ? found.docs : facets.newest();
      const narrowed = plain ? fitting : facets.sort(facets.narrow(fitting, state), state.sort);
      const results = await wake().show(narrowed.slice(0, PAGE_SIZE));
      if (!current()) return undefined;
      answered = found;
      showResults(narrowed, results);
      await loadFacets();
      if (current()) showFilters(fitting);
    } catch {
      engine = undefined;
      searched = {};
      if (current()) showNothing(NOT_LOADED);
    }
    return undefined;
  }

  function showFrame() {
    const active = asksSomething(state);
    page.classList.toggle("zoeken--bezig", active);
    side.hidden = controls.hidden = !active;
    at("begin").hidden = active;
    at("relevantie").hidden = at("relevantie").disabled = !state.question;
    sorting.value = state.sort || (state.question ? "" : "nieuwste");
    const chosen = countChoices(state);
    filterButton.textContent = chosen ? `Filter (${chosen})` : "Filter";
  }

  function showNothing(message) {
    docs = [];
    outcome.hidden = true;
    list.replaceChildren();
    chips.hidden = true;
    advice.replaceChildren();
    status.textContent = message;
  }

  const cards = (results) => results.map((result) => resultCard(result, new Set(answered.marks), root));

  function showResults(found, results) {
    docs = found;
    list.replaceChildren(...cards(results));
    outcome.hidden = !docs.length;
    more.hidden = docs.length <= PAGE_SIZE;
    advice.replaceChildren(...adviceOn(answered));
    status.textContent = countSentence(docs.length, answered, countChoices(state) > 0);
  }

  function showFilters(fitting) {
    const counts = facets.count(fitting, state);
    filters.show({ facets: facets.list(state.mine), towns: facets.towns, counts, state });
    const chosen = Object.entries(state.choices).flatMap(([facet, options]) =>
      options.map((option) => {
        const names = facets.describe(facet, option, state.mine);
        return { facet, option, label: `${names.facet}: ${names.option}` };
      }),
    );
    chips.replaceChildren(...choiceButtons(chosen, { remove, clear }));
    chips.hidden = !chosen.length;
    if (!docs.length && chosen.length && fitting.length) {
      advice.prepend(removalAdvice(facets.without(fitting, state), removeFacet));
    }
    at("blad-toon").textContent = `Toon ${countPractices(docs.length)}`;
    at("blad-stand").textContent = countPractices(docs.length);
  }

  // What was pressed goes away, so the focus goes to the next choice, or to what is left.
  async function remove(facet, option, place) {
    await goTo(stay(toggle(state, facet, option)));
    const left = chips.querySelectorAll("button");
    focusOn(left.length > 1 ? left[Math.min(place, left.length - 2)] : null);
  }
  async function removeFacet(facet) {
    await goTo(stay(choose(state, facet, [])));
    focusOn(null);
  }
  async function clear() {
    await goTo(stay({ ...state, choices: {} }));
    if (!sheet.open) focusOn(null);
  }
  const focusOn = (button) => (button ?? (outcome.hidden ? box : at("uitkomst-kop"))).focus();

  function adviceOn({ didYouMean, unknown, pages, nearest }) {
    const lines = [];
    if (didYouMean) lines.push(["Bedoelde u ", linkTo(didYouMean), "?"]);
    if (unknown.length && !nearest) lines.push([`Dit staat nergens: ${unknown.map((word) => `“${word}”`).join(", ")}.`]);
    if (pages.length) {
      const links = pages.map(({ title, url }) => element("a", title, { href: new URL(url, root).href }));
      lines.push(["Over deze site: ", ...enumerated(links), "."]);
    }
    if (nearest?.terms.length) lines.push(["Wat er op lijkt: ", ...enumerated(nearest.terms.map(linkTo)), "."]);
    if (nearest?.themes.length) {
      const links = nearest.themes.map(({ label, url }) => element("a", label, { href: new URL(url, root).href }));
      lines.push(["Thema’s die er op lijken: ", ...enumerated(links), "."]);
    }
    return lines.map((line) => element("p", line));
  }

  async function showMore() {
    const shown = list.children.length;
    const next = cards(await engine.show(docs.slice(shown, shown + PAGE_SIZE)));
    list.append(...next);
    more.hidden = list.children.length >= docs.length;
    next[0].querySelector("a").focus();
  }

  // Typing changes one entry of the history; a question that was sent in, and every choice, keeps its own.
  function goTo(wanted, { done = true } = {}) {
    state = wanted;
    const address = addressOf(state);
    if (address.href !== location.href) {
      if (typing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    typing = !done;
    return answer();
  }

  const ask = (options) => {
    clearTimeout(pause);
    const question = box.value.trim();
    // The order of all practices is not that of an answer, whose best comes first.
    const sort = question && !state.question && state.sort === "nieuwste" ? "" : state.sort;
    return goTo({ ...state, question, sort }, options);
  };
  box.addEventListener("focus", wake, { once: true });
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask({ done: false }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  sorting.addEventListener("change", () => goTo({ ...state, sort: sorting.value }));
  more.addEventListener("click", showMore);
  at("blad-wis").addEventListener("click", clear);
  placeFilters(at("filters"), {
    side: at("zij-vak"),
    sheet,
    inSheet: at("blad-vak"),
    button: filterButton,
    closers: [at("blad-sluit"), at("blad-toon")],
    wide,
  });
  const restore = () => {
    typing = false;
    state = readState(new URLSearchParams(location.search), keptMine());
    box.value = state.question;
    return answer();
  };
  addEventListener("popstate", restore);
  restore();
}

start(document.querySelector(".zoeken"));
