// The search engine: a question in, ranked practices out. No DOM: the page's worker and Node use the same code.
import { Index } from "./zoek/index.js";
import { addKin, best, fitting, rank } from "./zoek/rangschikking.js";
import { nearestNames } from "./zoek/spelling.js";
import { typed, words } from "./zoek/tekst.js";
import { readQuestion } from "./zoek/vraag.js";

const SHOWN = 10;
const MOST_PAGES = 3;
const LEADERS = 5; // The results whose neighbours are looked at.
const MOST_NEAREST = 5;
const LONGEST_QUESTION = 200; // In signs; more is no question, and would keep the worker busy for seconds.
const FAMILY = 4; // Words that begin with so many of the same letters may be inflections.

/**
 * Takes a function that turns a path below zoek/ ("index.json") into parsed JSON, or a promise of it.
 *
 * `open()` loads what every question needs, so that the first is answered sooner.
 *
 * `search(question, { limit })` answers:
 * - `question`: as it was asked;
 * - `docs`, `scores`: the numbers of all practices that fit, best first, with their scores;
 * - `results`: the first `limit` of them, as `show` gives them;
 * - `literal`: whether any of them names what was asked, in these or other words; if not, they only lie near it;
 * - `pages`: hand-written pages that fit, `{ title, url }`;
 * - `didYouMean`: the question with slips of the finger mended, or "";
 * - `unknown`: words of the question that no text holds; `marks`: words to mark in what is shown;
 * - `nearest`: for a question without results `{ terms, themes }`, with names that look like it.
 *
 * `show(docs)` gives the results of any documents of the last question: `{ id, doc, score, title, place,
 * evidenceRank, evidence, costs, status, summary, adoptions, words, via, kin }`: the words of the question that it answers,
 * concepts by which it was found, and the title of the better result that it resembles.
 *
 * `prepare()` loads what later questions are likely to need, for who has asked one and reads its results.
 *
 * `facets()` gives `{ file, total }`: what `Facets` of zoek/facetten.js takes.
 */
export function createSearchEngine(fetchFile) {
  const index = new Index(fetchFile);
  let last;

  async function search(question, { limit = SHOWN } = {}) {
    await index.open();
    const items = await readQuestion(index, question.slice(0, LONGEST_QUESTION));
    const size = index.total + index.manifest.paginas.length;
    const [ranked, marks] = await Promise.all([rank(index, items, size), marksOf(items)]);
    const pages = pagesOf(ranked);
    ranked.docs = ranked.docs.filter((doc) => doc < index.total);
    const likely = await Promise.all(best(ranked, SHOWN).map(async (doc) => ({ doc, card: await index.card(doc) })));
    const kin = addKin(ranked, likely.slice(0, LEADERS));
    const docs = fitting(ranked);
    last = { items, ranked, kin };
    const nothing = !docs.length && !pages.length;
    return {
      question,
      docs,
      scores: docs.map((doc) => ranked.scores[doc]),
      results: await show(docs.slice(0, limit)),
      pages,
      literal: isLiteral(ranked),
      didYouMean: mended(question, items),
      unknown: items.filter(({ how }) => how === "").map(({ word }) => word),
      marks,
      nearest: nothing ? nearest(question, items) : null,
    };
  }

  function show(docs) {
    return Promise.all(docs.map((doc) => result(doc, last)));
  }

  async function result(doc, { items, ranked, kin }) {
    const { neighbours: _, ...card } = await index.card(doc);
    const found = ranked.answers.flatMap(({ ways, how }, at) =>
      how[doc] ? [{ item: items[at], way: ways[how[doc] - 1] }] : [],
    );
    const literal = found.filter(({ way }) => isNamed(way));
    const concepts = found.filter(({ way }) => way.how === "concept").map(({ way }) => index.concepts.get(way.concept).name);
    const leader = literal.length || !kin.has(doc) ? undefined : await index.card(kin.get(doc));
    return {
      ...card,
      doc,
      score: ranked.scores[doc],
      words: literal.map(({ item }) => item.word),
      via: [...new Set(concepts)].filter((name) => !items.some(({ word }) => word === name)),
      kin: leader ? leader.title : "",
    };
  }

  function pagesOf({ docs, scores }) {
    const least = (scores[best({ docs, scores }, 1)[0]] ?? 0) / 2;
    const found = docs.filter((doc) => doc >= index.total && scores[doc] >= least);
    return best({ docs: found, scores }, MOST_PAGES).map((doc) => {
      const [title, url] = index.manifest.paginas[doc - index.total];
      return { title, url };
    });
  }

  /** All forms of the words that were looked for, in so far as their files were loaded. */
  async function marksOf(items) {
    const marks = new Set();
    for (const { key, entries, joined = [] } of items.filter(({ weak }) => !weak)) {
      marks.add(key);
      for (const { word, terms } of [...entries, ...joined]) {
        marks.add(word);
        const sought = new Set(terms.filter(({ kind }) => kind === 0 || kind === 3).map(({ term }) => term));
        for (const other of await index.wordsFrom(word.slice(0, FAMILY))) {
          if (other.terms.some(({ term }) => sought.has(term))) marks.add(other.word);
        }
      }
    }
    return [...marks];
  }

  /** Names that lie near what was asked, and then those that look like it. */
  function nearest(question, items) {
    const text = words(question).map(typed).join(" ");
    const held = [...index.concepts.values()].filter((concept) => concept.held);
    const around = conceptsOf(items).flatMap(({ near }) => near.map((term) => index.concepts.get(term)));
    const further = around.flatMap(({ near }) => near.map((term) => index.concepts.get(term)));
    const alike = nearestNames(text, held, ({ name }) => name);
    const terms = [...around, ...further].filter((concept) => concept.held).concat(alike);
    const wanted = new Set(conceptsOf(items).map(({ theme }) => theme));
    const likeThemes = nearestNames(text, index.themes, ({ label }) => label);
    const themes = index.themes.filter(({ term }) => wanted.has(term)).concat(likeThemes);
    return {
      terms: [...new Set(terms.map(({ name }) => name))].slice(0, MOST_NEAREST),
      themes: [...new Set(themes)].slice(0, MOST_NEAREST),
    };
  }

  function conceptsOf(items) {
    const termsOf = ({ terms }) => terms.map(({ term }) => term);
    const named = items.flatMap(({ entries, phrase }) => [phrase, ...entries.flatMap(termsOf)]);
    return [...new Set(named)].filter((term) => index.concepts.has(term)).map((term) => index.concepts.get(term));
  }

  async function facets() {
    await index.open();
    return { file: await index.facets(), total: index.total };
  }

  async function prepare() {
    await index.open();
    await index.loadWords();
  }

  return { open: () => index.open(), search, show, facets, prepare };
}

function isLiteral({ answers }) {
  const named = answers.flatMap(({ ways }) => ways.filter(isNamed));
  return named.some(({ lists }) => lists.some(({ docs }) => docs.length));
}

function isNamed({ loose }) {
  return !loose;
}

/** The question with each slip replaced by the word that was probably meant; empty when there was none. */
function mended(question, items) {
  const slips = items.filter(({ how }) => how === "typo");
  return slips.length ? slips.reduce((text, { word, entries }) => replaceWord(text, word, entries[0].word), question) : "";
}

function replaceWord(text, word, other) {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(0, at) + other + text.slice(at + word.length);
}
