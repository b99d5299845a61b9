// The map as a filter of the search page: opened with a state of it, tiles count its results and lead back to it.
import { asksSomething, choose, countChoices, readState, toggle, writeState } from "./zoek/facetten.js";
import { createSource } from "./zoek/gegevens.js";
import { keptMine } from "./zoek/mijn.js";
import { countPractices, countSentence } from "./zoek/weergave.js";

const FACET = "gemeente";
const NATIONAL = "landelijk";

async function start(page, state) {
  const source = createSource();
  const found = await (state.question ? source.search(state.question) : { docs: [], question: "", literal: true });
  const facets = await source.facets();
  const docs = state.question ? found.docs : facets.newest();
  const { index } = facets.list(state.mine).find(({ id }) => id === FACET);
  const counts = facets.count(docs, state).get(FACET);
  const countOf = (code) => counts[index.get(code)] ?? 0;
  const chosen = new Set(state.choices[FACET]);
  const elsewhere = choose(state, FACET, []);
  const all = facets.narrow(docs, elsewhere).length;
  page.querySelector("#kaart-keuze").hidden = false;
  page.querySelector("#kaart-stand").textContent = countSentence(all, found, countChoices(elsewhere) > 0);
  page.querySelector("#kaart-terug").search = writeState(state);
  const address = (code) => {
    const url = new URL("zoeken/", new URL(page.dataset.root, location.href));
    url.search = writeState(toggle(state, FACET, code));
    return url.href;
  };
  const starts = page.dataset.grenzen.split(" ").map(Number);
  for (const tile of page.querySelectorAll("a[data-gemeente]")) {
    const code = tile.dataset.gemeente;
    showTile(tile, countOf(code), starts, chosen.has(code), address(code));
  }
  for (const row of page.querySelectorAll("tr[data-gemeente]")) {
    const code = row.dataset.gemeente;
    row.hidden = !countOf(code) && !chosen.has(code);
    row.querySelector("a").href = address(code);
    row.querySelector(".tabel__getal").textContent = countOf(code);
  }
  showLegend(page);
  showNational(page.querySelector("#kaart-landelijk"), countOf(NATIONAL), address(NATIONAL));
}

/** A tile without results that was not chosen leads nowhere, and is no stop of the Tab key. */
function showTile(tile, count, starts, chosen, address) {
  const shade = starts.filter((begin) => begin <= count).length;
  const text = `${tile.dataset.naam}: ${count ? countPractices(count) : "geen praktijken"}${chosen ? ", gekozen" : ""}`;
  tile.setAttribute("class", `vakje-link vakje-link--${shade}${chosen ? " vakje-link--gekozen" : ""}`);
  tile.dataset.tint = shade;
  tile.setAttribute("aria-label", text);
  tile.querySelector("title").textContent = text;
  tile.querySelector(".vakje__aantal").textContent = count;
  if (count || chosen) tile.setAttribute("href", address);
  else {
    tile.removeAttribute("href");
    tile.setAttribute("aria-hidden", "true");
  }
}

function showLegend(page) {
  for (const entry of page.querySelectorAll("span[data-tint]")) {
    const tiles = page.querySelectorAll(`a[data-tint="${entry.dataset.tint}"]`).length;
    const count = tiles + Number(entry.dataset.leeg ?? 0);
    entry.textContent = `${count} ${count === 1 ? "gemeente" : "gemeenten"}`;
  }
}

function showNational(line, count, address) {
  if (!line) return;
  line.hidden = !count;
  const link = line.querySelector("a");
  link.href = address;
  link.textContent = `${count} landelijke ${count === 1 ? "praktijk" : "praktijken"}`;
}

const page = document.querySelector(".landkaart");
const state = readState(new URLSearchParams(location.search), keptMine());
if (page && asksSomething(state)) start(page, state).catch(() => {}); // What the page said without it still holds.
