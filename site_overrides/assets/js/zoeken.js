// The search page: reads ?q=, ranks the practices in the browser and shows them.
// Record text reaches the page through textContent only.

// From weak to strong, with the words of generator/view/labels.py.
const LEVELS = new Map([
  ["praktijkverhaal", "Praktijkverhaal"],
  ["eigen_cijfers", "Cijfers van de eigenaar"],
  ["eigen_evaluatie", "Eigen evaluatie"],
  ["onafhankelijke_evaluatie", "Onafhankelijke evaluatie"],
  ["effectonderzoek", "Effectonderzoek"],
]);
const SHOWN = 50;
// Words that a question holds but that say nothing about its subject.
const FILLERS = new Set(
  (
    "aan als beter bij dan dat de deze die dit doe een eerder en er gaan gemeente gemeenten geen heb heeft het hoe " +
    "iets ik in is je kan kun maar meer met mijn minder naar niet of om onze ook op over pak te tot u uit van voor " +
    "waar wat welke wie wij wordt zien zijn"
  ).split(" "),
);

/** Text in, its words out: lower case, without accents. */
export function words(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The words of a question that are worth looking for. */
export function terms(question) {
  const all = [...new Set(words(question))];
  const telling = all.filter((word) => !FILLERS.has(word));
  return telling.length ? telling : all;
}

/** How well one word of the question fits the words of a field: 0 to 1. */
function fit(term, fieldWords) {
  let best = 0;
  for (const word of fieldWords) {
    if (word === term) return 1;
    if (word.startsWith(term)) best = Math.max(best, 0.7);
    else if (term.length > 3 && word.includes(term)) best = Math.max(best, 0.4);
    else if (word.length > 4 && term.startsWith(word)) best = Math.max(best, 0.3);
  }
  return best;
}

/** A record in, its searchable words with their weights out. */
function prepare(record) {
  const places = (record.gemeentenamen ?? []).join(", ");
  const fields = [
    [8, record.titel],
    [5, (record.trefwoorden ?? []).join(" ")],
    [5, places],
    [4, (record.themas ?? []).join(" ")],
    [3, record.eigenaar?.naam],
    [2, record.samenvatting],
  ];
  return { record, places, fields: fields.map(([weight, text]) => [weight, words(text ?? "")]) };
}

/** Prepared records and a question in; fitting records out, those with the most of its words first. */
export function rank(prepared, question) {
  const wanted = terms(question);
  const hits = [];
  for (const item of prepared) {
    const scores = wanted.map((term) => Math.max(...item.fields.map(([weight, list]) => weight * fit(term, list))));
    const found = scores.filter(Boolean).length;
    if (found && found * 2 >= wanted.length) hits.push({ item, found, score: scores.reduce((sum, one) => sum + one, 0) });
  }
  return hits.sort((a, b) => b.found - a.found || b.score - a.score).map((hit) => hit.item);
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function card({ record, places }, root) {
  const link = element("a", record.titel);
  link.href = new URL(record.url, root).href;
  const title = element("h3");
  title.append(link);
  const rank = [...LEVELS.keys()].indexOf(record.bewijs.niveau) + 1;
  const dots = element("span", "●".repeat(rank) + "○".repeat(LEVELS.size - rank), "bewijs__punten");
  dots.setAttribute("aria-hidden", "true");
  const value = element("dd");
  value.append(dots, " ", LEVELS.get(record.bewijs.niveau));
  const row = element("div");
  row.append(element("dt", "Bewijs"), value);
  const facts = element("dl");
  facts.append(row);
  const made = element("article", "", "praktijk-kaart");
  made.append(title, element("p", places || "Landelijk", "praktijk-kaart__plaats"), element("p", record.samenvatting), facts);
  return made;
}

function sentence(count, question) {
  if (!count) return `Niets gevonden voor “${question}”. Probeer een ander woord, of kies hieronder een thema.`;
  const found = `${count} ${count === 1 ? "praktijk" : "praktijken"} gevonden voor “${question}”.`;
  return count > SHOWN ? `${found} U ziet de eerste ${SHOWN}. Met een woord erbij vindt u gerichter.` : found;
}

function start(page) {
  const form = page.querySelector("form");
  const status = page.querySelector("[role=status]");
  const outcome = page.querySelector("#zoek-uitkomst");
  const list = page.querySelector("#zoek-resultaten");
  const root = new URL(page.dataset.root, location.href);
  let loading;

  const load = async () => {
    const answer = await fetch(new URL(page.dataset.praktijken, location.href));
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return (await answer.json()).praktijken.map(prepare);
  };

  const show = async () => {
    const question = (new URLSearchParams(location.search).get("q") ?? "").trim();
    form.elements.q.value = question;
    let hits = [];
    let message = "";
    if (question) {
      try {
        hits = rank(await (loading ??= load()), question);
        message = sentence(hits.length, question);
      } catch {
        loading = undefined;
        message = "De praktijken konden niet worden geladen. Probeer het later nog eens, of kies hieronder een thema.";
      }
    }
    list.replaceChildren(...hits.slice(0, SHOWN).map((hit) => card(hit, root)));
    outcome.hidden = !hits.length;
    status.textContent = message;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", form.elements.q.value.trim());
    if (address.href !== location.href) history.pushState(null, "", address);
    show();
  });
  addEventListener("popstate", show);
  show();
}

const page = globalThis.document?.querySelector("[data-praktijken]");
if (page) start(page);
