// The search page: results while someone types, each question with an address of its own.
import { startSearch } from "./zoek/klant.js";
import { element, enumerated, resultCard } from "./zoek/weergave.js";

const PAGE_SIZE = 10;
const PAUSE = 120; // Milliseconds without a key before a question is asked.

const NOT_LOADED =
  "De praktijken konden niet worden geladen. Probeer het later nog eens, of kies hieronder een thema.";

function countSentence({ docs: { length: count }, literal }, question) {
  if (!count) return `Niets gevonden voor “${question}”. Probeer een ander woord, of kies hieronder een thema.`;
  const practices = `${count} ${count === 1 ? "praktijk" : "praktijken"}`;
  if (literal) return `${practices} gevonden voor “${question}”.`;
  return `Geen praktijk noemt “${question}”. ${practices} ${count === 1 ? "ligt" : "liggen"} er dichtbij.`;
}

function start(page) {
  const form = page.querySelector("form");
  const box = form.elements.q;
  const status = page.querySelector("[role=status]");
  const advice = page.querySelector("#zoek-advies");
  const outcome = page.querySelector("#zoek-uitkomst");
  const list = page.querySelector("#zoek-resultaten");
  const more = page.querySelector("#zoek-meer");
  const root = new URL(page.dataset.root, location.href);
  let engine;
  let asked = 0;
  let typing = false;
  let pause;
  let answer;

  // The engine is fetched at the first sign that someone is going to search.
  const wake = () => {
    if (!engine) {
      engine = startSearch();
      engine.open().catch(() => {}); // What goes wrong is said when a question is asked.
    }
    return engine;
  };
  const asksFor = () => (new URLSearchParams(location.search).get("q") ?? "").trim();
  const addressOf = (question) => {
    const address = new URL(location.href);
    if (question) address.searchParams.set("q", question);
    else address.searchParams.delete("q");
    return address;
  };
  const linkTo = (question) => element("a", question, { href: addressOf(question).href });

  async function ask(question) {
    const number = ++asked;
    if (!question) return draw(null, "");
    try {
      const found = await wake().search(question, { limit: PAGE_SIZE });
      // A later question may have been answered first: what is shown stays until its own answer comes.
      if (number === asked) draw(found, countSentence(found, question));
    } catch {
      engine = undefined;
      if (number === asked) draw(null, NOT_LOADED);
    }
  }

  function draw(found, message) {
    answer = found;
    const marks = new Set(found?.marks);
    list.replaceChildren(...(found?.results ?? []).map((result) => resultCard(result, marks, root)));
    outcome.hidden = !found?.results.length;
    more.hidden = !found || found.docs.length <= PAGE_SIZE;
    advice.replaceChildren(...(found ? adviceOn(found) : []));
    status.textContent = message;
  }

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
    const docs = answer.docs.slice(shown, shown + PAGE_SIZE);
    const marks = new Set(answer.marks);
    const cards = (await engine.show(docs)).map((result) => resultCard(result, marks, root));
    list.append(...cards);
    more.hidden = list.children.length >= answer.docs.length;
    cards[0].querySelector("a").focus();
  }

  // Typing changes one entry of the history; a question that was sent in keeps its own.
  function goTo(question, { done }) {
    const address = addressOf(question);
    if (address.href !== location.href) {
      if (typing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    typing = !done;
    return ask(question);
  }

  box.addEventListener("focus", wake, { once: true });
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => goTo(box.value.trim(), { done: false }), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    goTo(box.value.trim(), { done: true });
  });
  more.addEventListener("click", showMore);
  const restore = () => {
    typing = false;
    box.value = asksFor();
    return ask(box.value);
  };
  addEventListener("popstate", restore);
  restore();
}

start(document.querySelector(".zoeken"));
