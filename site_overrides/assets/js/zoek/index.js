// The search index on the server: knows which file holds what, fetches each once, and keeps it.
import { readLexicon, readPostings, readReversed, shardOf } from "./lezen.js";

const MOST_AHEAD = 16; // Shards of words: all of them are loaded ahead of a question when they are no more.
const MOST_SHARDS = 3; // Of one prefix: a short one could name half of the lexicon.
// The values of a card in the order of generator/search/cards.py.
const CARD = ["id", "title", "place", "evidenceRank", "evidence", "costs", "status", "summary", "adoptions", "neighbours"];
const LAST = "\uffff";

export class Index {
  /** Takes a function that turns a path below zoek/ into parsed JSON. */
  constructor(fetchFile) {
    this.fetchFile = fetchFile;
    this.kept = new Map();
  }

  /** Loads the manifest and the glossary, which every question needs. */
  open() {
    return this.#keep("open", async () => {
      this.manifest = await this.fetchFile("index.json");
      const glossary = await this.#file("begrippen");
      this.stopWords = new Set(glossary.stop);
      this.weakWords = new Set(glossary.zwak);
      const concepts = glossary.begrippen.map(([term, name, near, theme, held]) => ({ term, name, near, theme, held }));
      this.concepts = new Map(concepts.map((concept) => [concept.term, concept]));
      this.phrases = new Map(glossary.labels.map(([concept, ...stems]) => [stems.join(), concept]));
      this.longestPhrase = Math.max(1, ...glossary.labels.map((label) => label.length - 1));
      this.themes = glossary.themas.map(([term, label, url]) => ({ term, label, url }));
    });
  }

  get total() {
    return this.manifest.praktijken;
  }

  /** Loads all words, one file after another, if they are few: the next questions then find theirs at hand. */
  async loadWords() {
    const { length } = this.manifest.woorden;
    for (let number = 0; length <= MOST_AHEAD && number < length; number++) await this.#words(number);
  }

  /** The lexicon entry of a word, or undefined. */
  async word(word) {
    return (await this.#words(shardOf(this.manifest.woorden, word))).entries.get(word);
  }

  /** The entries of the words that begin so. */
  async wordsFrom(prefix) {
    const found = [];
    for (const number of this.#range(this.manifest.woorden, prefix)) {
      const { list, entries } = await this.#words(number);
      for (const word of list) if (word.startsWith(prefix)) found.push(entries.get(word));
    }
    return found;
  }

  /** The words, with their levels, that end so. */
  async wordsTo(suffix) {
    const prefix = [...suffix].reverse().join("");
    const found = [];
    for (const number of this.#range(this.manifest.achterwoorden, prefix)) {
      const { list, levels } = await this.#keep(`a${number}`, async () => readReversed(await this.#file(`a${number}`)));
      list.forEach((word, at) => {
        if (word.startsWith(prefix)) found.push({ word: [...word].reverse().join(""), level: levels[at] });
      });
    }
    return found;
  }

  /** The posting list of a term. */
  async postings(term) {
    const number = shardOf(this.manifest.termen, term);
    const texts = await this.#file(`t${number}`);
    return this.#keep(`term ${term}`, async () => readPostings(texts[term - this.manifest.termen[number]]));
  }

  /** The card of a document: what a result shows, and its `neighbours` as [document, likeness]. */
  async card(doc) {
    const size = this.manifest.kaarten;
    const values = (await this.#file(`k${Math.floor(doc / size)}`))[doc % size];
    return Object.fromEntries(CARD.map((name, at) => [name, values[at]]));
  }

  /** The file of the facets, for zoek/facetten.js. */
  facets() {
    return this.#file("facetten");
  }

  #words(number) {
    return this.#keep(`w${number}`, async () => readLexicon(await this.#file(`w${number}`)));
  }

  #range(firsts, prefix) {
    const first = shardOf(firsts, prefix);
    const last = Math.min(shardOf(firsts, prefix + LAST), first + MOST_SHARDS - 1);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  #file(name) {
    return this.#keep(`file ${name}`, () => this.fetchFile(`${this.manifest.map}/${name}.json`));
  }

  /** What was asked before is not asked again; what failed may be. */
  #keep(key, make) {
    if (!this.kept.has(key)) {
      const promise = make();
      promise.catch(() => this.kept.delete(key));
      this.kept.set(key, promise);
    }
    return this.kept.get(key);
  }
}
