// The search page: results while someone types and filters, each state with an address of its own.
import { placeFilters } from "./zoek/blad.js";
import { asksSomething, choose, countChoices, readState, toggle, writeState } from "./zoek/facetten.js";
import { createFilters } from "./zoek/filters.js";
import { createSource } from "./zoek/gegevens.js";
import { keepMine, keptMine } from "./zoek/mijn.js";
import { PAGE_SIZE, createOutcome } from "./zoek/uitkomst.js";
import { countPractices, painted } from "./zoek/weergave.js";

const PAUSE = 120; // Milliseconds before a state gets its entry in the history.
const WIDE = "(min-width: 64em)"; // As in zoeken.css.
const NOT_LOADED =
  "De praktijken konden niet worden geladen. Probeer het later nog eens, of kies hieronder een thema.";

/** Whether a state is a question only, which the engine answers by itself. */
const isPlain = (state) => Boolean(state.question) && !state.sort && !countChoices(state);

function start(page) {
  const at = (id) => page.querySelector(`#zoek-${id}`);
  const [form, panel, sorting, filterButton] = ["formulier", "filters", "sorteer", "filterknop"].map(at);
  const box = form.elements.q;
  const wide = matchMedia(WIDE);
  const source = createSource();
  let state;
  let showing; // A promise of the results that were asked for last.
  let pause; // The timer of a state that has no entry in the history yet.
  let typed = false; // Whether the state came from a key in the box, and
  let entryIsTyped = false; // whether the entry in the history did.

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

  /** Shows what belongs to the state. The first results are painted before the rest is made. */
  async function answer() {
    const wanted = state;
    const plain = isPlain(wanted);
    showing = showResults(wanted);
    const counted = await showing;
    if (!counted) return;
    try {
      if (!plain) showFilters(await source.facets(), wanted, counted);
      await painted();
      if (state !== wanted) return;
      outcome.showRest();
      const facets = await source.facets();
      if (plain && state === wanted) showFilters(facets, wanted, counted);
      source.prepare();
    } catch {
      source.forget(); // Results that are there stay, also when only the filters could not be loaded.
    }
  }

  /**
   * Gives the documents that answer the question and how many of them are left, or nothing when there is no answer.
   * What is shown stays until the answer of the last state comes.
   */
  async function showResults(wanted) {
    const isOld = () => state !== wanted;
    const { question, sort } = wanted;
    const searching = asksSomething(wanted) ? source.search(question) : null;
    showFrame(Boolean(searching));
    if (!searching) return void outcome.showNothing("");
    try {
      // The first results of a plain question do not wait for the facets.
      const plain = isPlain(wanted);
      const [found, facets] = await Promise.all([searching, plain ? null : source.facets()]);
      if (isOld()) return undefined;
      const fitting = question ? found.docs : facets.newest();
      const docs = plain ? fitting : facets.sort(facets.narrow(fitting, wanted), sort);
      const results = plain ? found.results : await source.show(docs.slice(0, PAGE_SIZE));
      if (isOld()) return undefined;
      outcome.showResults(found, docs, results, countChoices(wanted) > 0);
      at("kaart").search = writeState(wanted);
      return { fitting, left: docs.length };
    } catch {
      source.forget();
      return void (isOld() || outcome.showNothing(NOT_LOADED));
    }
  }

  function showFrame(active) {
    page.classList.toggle("zoeken--bezig", active);
    for (const id of ["zij", "bediening"]) at(id).toggleAttribute("hidden", !active);
    at("begin").toggleAttribute("hidden", active);
    for (const name of ["hidden", "disabled"]) at("relevantie").toggleAttribute(name, !state.question);
    sorting.value = state.sort || (state.question ? "" : "nieuwste");
    const chosen = countChoices(state);
    filterButton.textContent = chosen ? `Filter (${chosen})` : "Filter";
  }

  function showFilters(facets, wanted, { fitting, left }) {
    const counts = facets.count(fitting, wanted);
    filters.show({ facets: facets.list(wanted.mine), towns: facets.towns, counts, state: wanted });
    const chosen = Object.entries(wanted.choices).flatMap(([facet, options]) =>
      options.map((option) => ({ facet, option, label: facets.describe(facet, option, wanted.mine) })),
    );
    outcome.showChoices(chosen, left || !fitting.length ? [] : facets.without(fitting, wanted));
    at("blad-toon").textContent = `Toon ${countPractices(left)}`;
    at("blad-stand").textContent = countPractices(left);
  }

  // What is typed changes one entry of the history; a question that was sent in, and every choice, keeps its own.
  // The browser needs longer for an entry than the answer takes, and refuses too many, so it comes after a pause.
  function become(wanted, isTyped) {
    if (!isTyped || !typed) settle();
    clearTimeout(pause);
    pause = setTimeout(settle, PAUSE);
    state = wanted;
    typed = isTyped;
  }

  function settle() {
    if (!pause) return;
    pause = clearTimeout(pause);
    const address = addressOf(state);
    const isNew = address.href !== location.href;
    if (isNew && typed && entryIsTyped) history.replaceState(null, "", address);
    else if (isNew) history.pushState(null, "", address);
    entryIsTyped = typed && (isNew || entryIsTyped);
  }

  function goTo(wanted) {
    become(wanted, false);
    return answer();
  }

  function withQuestion() {
    const question = box.value.trim();
    // The order of all practices is not that of an answer, whose best comes first.
    const sort = question && !state.question && state.sort === "nieuwste" ? "" : state.sort;
    return { ...state, question, sort };
  }

  // Each key asks once the answer before has come: a slow device or connection answers fewer questions.
  async function type() {
    const wanted = withQuestion();
    if (wanted.question === state.question) return;
    become(wanted, true);
    await showing;
    if (state === wanted) answer();
  }

  function restore() {
    pause = clearTimeout(pause);
    typed = entryIsTyped = false;
    state = readState(new URLSearchParams(location.search), keptMine());
    box.value = state.question;
    return answer();
  }

  box.addEventListener("focus", source.wake, { once: true });
  box.addEventListener("input", type);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goTo(withQuestion());
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
