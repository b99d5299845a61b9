// The search page: results while someone types and filters, each state with an address of its own.
import { placeFilters } from "./zoek/blad.js";
import { asksSomething, choose, countChoices, readState, toggle, writeState } from "./zoek/facetten.js";
import { createFilters } from "./zoek/filters.js";
import { createSource } from "./zoek/gegevens.js";
import { keepMine, keptMine } from "./zoek/mijn.js";
import { PAGE_SIZE, createOutcome } from "./zoek/uitkomst.js";
import { countPractices } from "./zoek/weergave.js";

const PAUSE = 120; // Milliseconds without a key before a question is asked.
const WIDE = "(min-width: 64em)"; // As in zoeken.css.
const NOT_LOADED =
  "De praktijken konden niet worden geladen. Probeer het later nog eens, of kies hieronder een thema.";

function start(page) {
  const at = (id) => page.querySelector(`#zoek-${id}`);
  const [form, panel, sorting, filterButton] = ["formulier", "filters", "sorteer", "filterknop"].map(at);
  const box = form.elements.q;
  const wide = matchMedia(WIDE);
  const source = createSource();
  let state;
  let asked = 0;
  let typing = false;
  let pause;

  const addressOf = (wanted) => {
    const address = new URL(location.href);
    address.search = writeState(wanted);
    return address;
  };
  // Who takes the last filter away still wants to see practices.
  const change = (wanted) => goTo(asksSomething(wanted) ? wanted : { ...wanted, sort: "nieuwste" });
  const clear = () => change({ ...state, choices: {} });
  const outcome = createOutcome(page, new URL(page.dataset.root, location.href), {
    show: source.show,
    addressOf: (question) => addressOf({ ...state, question }),
    remove: (facet, option) => change(toggle(state, facet, option)),
    removeFacet: (facet) => change(choose(state, facet, [])),
    clear,
  });
  const filters = createFilters(panel, {
    open: wide.matches,
    toggle: (facet, option) => change(toggle(state, facet, option)),
    chooseMine(mine) {
      keepMine(mine);
      change({ ...(mine ? state : choose(state, "zoals", [])), mine });
    },
  });

  /** Shows what belongs to the state. A later one may be ready first: what is shown stays until its own answer comes. */
  async function answer() {
    const number = ++asked;
    const isOld = () => number !== asked;
    showFrame();
    if (!asksSomething(state)) {
      outcome.showNothing("");
      return;
    }
    const { question, sort } = state;
    const plain = question && !sort && !countChoices(state);
    let shown = false;
    try {
      // The first results of a plain question do not wait for the facets.
      const [found, facets] = await Promise.all([source.search(question), plain ? null : source.facets()]);
      if (isOld()) return;
      const fitting = question ? found.docs : facets.newest();
      const docs = plain ? fitting : facets.sort(facets.narrow(fitting, state), sort);
      const results = await source.show(docs.slice(0, PAGE_SIZE));
      if (isOld()) return;
      outcome.showResults(found, docs, results, countChoices(state) > 0);
      shown = true;
      const loaded = await source.facets();
      if (!isOld()) showFilters(loaded, fitting, docs.length);
    } catch {
      source.forget();
      // Results that are there stay, also when only the filters could not be loaded.
      if (!isOld() && !shown) outcome.showNothing(NOT_LOADED);
    }
  }

  function showFrame() {
    const active = asksSomething(state);
    page.classList.toggle("zoeken--bezig", active);
    at("zij").hidden = at("bediening").hidden = !active;
    at("begin").hidden = active;
    at("relevantie").hidden = at("relevantie").disabled = !state.question;
    at("kaart").search = writeState(state);
    sorting.value = state.sort || (state.question ? "" : "nieuwste");
    const chosen = countChoices(state);
    filterButton.textContent = chosen ? `Filter (${chosen})` : "Filter";
  }

  function showFilters(facets, fitting, left) {
    const counts = facets.count(fitting, state);
    filters.show({ facets: facets.list(state.mine), towns: facets.towns, counts, state });
    const chosen = Object.entries(state.choices).flatMap(([facet, options]) =>
      options.map((option) => ({ facet, option, label: facets.describe(facet, option, state.mine) })),
    );
    outcome.showChoices(chosen, left || !fitting.length ? [] : facets.without(fitting, state));
    at("blad-toon").textContent = `Toon ${countPractices(left)}`;
    at("blad-stand").textContent = countPractices(left);
  }

  // Typing changes one entry of the history; a question that was sent in, and every choice, keeps its own.
  function goTo(wanted, { done = true, replace = false } = {}) {
    state = wanted;
    const address = addressOf(state);
    if (address.href !== location.href) {
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    typing = !done;
    return answer();
  }

  function ask(done) {
    clearTimeout(pause);
    const question = box.value.trim();
    // The order of all practices is not that of an answer, whose best comes first.
    const sort = question && !state.question && state.sort === "nieuwste" ? "" : state.sort;
    return goTo({ ...state, question, sort }, { done, replace: typing });
  }

  function restore() {
    clearTimeout(pause);
    typing = false;
    state = readState(new URLSearchParams(location.search), keptMine());
    box.value = state.question;
    return answer();
  }

  box.addEventListener("focus", source.wake, { once: true });
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(false), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(true);
  });
  panel.addEventListener("submit", (event) => event.preventDefault());
  sorting.addEventListener("change", () => goTo({ ...state, sort: sorting.value }));
  at("blad-wis").addEventListener("click", clear);
  placeFilters(panel, {
    side: at("zij-vak"),
    sheet: at("blad"),
    inSheet: at("blad-vak"),
    button: filterButton,
    closers: [at("blad-sluit"), at("blad-toon")],
    wide,
  });
  addEventListener("popstate", restore);
  restore();
}

start(document.querySelector(".zoeken"));
