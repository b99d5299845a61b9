// What results are narrowed and sorted by. No DOM: the state of the page, its address, and the columns of
// generator/search/facets.py. Within a facet choices mean "or", between facets "and".
import { readColumn } from "./lezen.js";

/** The facets by their name in the address; "zoals" compares with the reader's own municipality. */
export const FACETS = [
  "thema", "doelgroep", "bewijs", "kosten", "gemeente", "provincie", "grootte",
  "wet", "erkenning", "soort", "status", "jaar", "zoals",
];
export const SORTS = ["nieuwste", "bewijs", "kosten"]; // Besides relevance, which is "".
const LIKE = "zoals";
const MINE = "mijn";
const SHORT = 10; // A facet with no more options than this is shown whole,
const FIRST = 8; // of a longer one so many.

/** An address's parameters, and the municipality that the browser keeps, in; the state of the page out. */
export function readState(params, keptMine = "") {
  const sort = params.get("sorteer") ?? "";
  const mine = params.get(MINE) || keptMine;
  const choices = {};
  for (const facet of FACETS) {
    const chosen = [...new Set(params.getAll(facet))].filter(Boolean);
    if (chosen.length && (facet !== LIKE || mine)) choices[facet] = chosen;
  }
  return { question: (params.get("q") ?? "").trim(), choices, mine, sort: SORTS.includes(sort) ? sort : "" };
}

/** The state of the page in; an address's parameters, always in the same order, out. */
export function writeState({ question, choices, mine, sort }) {
  const params = new URLSearchParams();
  if (question) params.set("q", question);
  for (const facet of FACETS) for (const option of choices[facet] ?? []) params.append(facet, option);
  if (choices[LIKE]) params.set(MINE, mine);
  if (sort) params.set("sorteer", sort);
  return params;
}

/** The state in which an option is chosen, or no longer. */
export function toggle(state, facet, option) {
  const before = state.choices[facet] ?? [];
  const after = before.includes(option) ? before.filter((other) => other !== option) : [...before, option];
  return choose(state, facet, after);
}

/** The state with these options of a facet. */
export function choose(state, facet, options) {
  const { [facet]: _, ...others } = state.choices;
  return { ...state, choices: options.length ? { ...others, [facet]: options } : others };
}

export const countChoices = ({ choices }) => Object.values(choices).flat().length;

/** Whether there is anything to show for a state. */
export const asksSomething = (state) => Boolean(state.question || state.sort || countChoices(state));

export class Facets {
  #columns;
  #like = { mine: "" };

  /** Takes the file "facetten" and the number of practices. */
  constructor(file, total) {
    this.total = total;
    const near = file.buren.map(readColumn);
    this.towns = file.gemeenten.map(([code, label], at) => ({ code, label, near: near.map((column) => column[at]) }));
    this.added = readColumn(file.toegevoegd);
    this.amounts = readColumn(file.bedragen); // Places in the order of amounts; 0 is unknown.
    this.#columns = new Map();
    for (const facet of file.facetten) {
      const ofTowns = facet.waarden === undefined ? readColumn(facet.gemeenten) : null;
      const column = ofTowns ? this.#mapTowns((town) => [ofTowns[town]]) : readLists(facet.waarden);
      this.#columns.set(facet.id, { ...facetOf(facet.id, facet.naam, facet.opties, column), ofTowns });
    }
  }

  /** The facets that can be chosen from: `{ id, label, options: [{ id, label }], index }`. */
  list(mine) {
    const found = [...this.#columns.values()];
    const like = this.#likeMine(mine);
    return like ? [...found, like] : found;
  }

  /** All practices, the newest first. */
  newest() {
    return this.sort(Array.from({ length: this.total }, (_, doc) => doc), "nieuwste");
  }

  /** The documents that fit all choices, in the same order. */
  narrow(docs, state) {
    const tests = this.#tests(state);
    return docs.filter((doc) => tests.every(({ column, wanted }) => fits(column, doc, wanted)));
  }

  /**
   * Documents in; by facet, how many of them each option has, given what is chosen in the other facets.
   * A document that fails one facet only still counts there: choosing another of its options would bring it back.
   */
  count(docs, state) {
    const facets = this.list(state.mine);
    const counts = new Map(facets.map(({ id, options }) => [id, new Array(options.length).fill(0)]));
    const tests = this.#tests(state);
    const add = ({ id, column }, doc) => {
      const row = counts.get(id);
      for (let at = column.starts[doc]; at < column.starts[doc + 1]; at++) row[column.values[at]]++;
    };
    for (const doc of docs) {
      const failed = tests.filter(({ column, wanted }) => !fits(column, doc, wanted));
      if (!failed.length) for (const facet of facets) add(facet, doc);
      else if (failed.length === 1) add(failed[0], doc);
    }
    return counts;
  }

  /** For each facet in which something is chosen: how many results there are without it, most first. */
  without(docs, state) {
    return this.list(state.mine)
      .filter(({ id }) => state.choices[id])
      .map((facet) => ({ facet, count: this.narrow(docs, choose(state, facet.id, [])).length }))
      .sort((a, b) => b.count - a.count);
  }

  /** Documents in the order that was asked for; those that are equal stay in the order in which they came. */
  sort(docs, by) {
    const first = (id) => (doc) => this.#firstOf(id, doc);
    const keys = {
      nieuwste: [(doc) => -this.added[doc], first("jaar"), (doc) => doc],
      bewijs: [first("bewijs")],
      kosten: [(doc) => this.amounts[doc] || Infinity],
    }[by];
    return keys ? [...docs].sort((a, b) => compare(keys, a, b)) : docs;
  }

  /** A choice in words, "Thema: Wijkteams"; what is not known keeps the name it was given. */
  describe(facetId, optionId, mine) {
    const facet = this.list(mine).find(({ id }) => id === facetId);
    const option = facet?.options[facet.index.get(optionId)];
    return `${facet?.label ?? facetId}: ${option?.label ?? optionId}`;
  }

  #firstOf(id, doc) {
    const { column } = this.#columns.get(id);
    return column.values[column.starts[doc]];
  }

  #tests({ choices, mine }) {
    return this.list(mine)
      .filter(({ id }) => choices[id])
      .map(({ id, column, options, index }) => {
        const wanted = new Uint8Array(options.length);
        for (const option of choices[id]) if (index.has(option)) wanted[index.get(option)] = 1;
        return { id, column, wanted };
      });
  }

  /** Values by municipality in; by document, each once, out. The first option of "gemeente" is no municipality. */
  #mapTowns(valuesOf) {
    const { column } = this.#columns.get("gemeente");
    const starts = new Uint32Array(this.total + 1);
    const values = [];
    for (let doc = 0; doc < this.total; doc++) {
      for (let at = column.starts[doc]; at < column.starts[doc + 1]; at++) {
        const found = column.values[at] ? valuesOf(column.values[at] - 1) : [];
        for (const value of found) if (values.indexOf(value, starts[doc]) < 0) values.push(value);
      }
      starts[doc + 1] = values.length;
    }
    return { starts, values };
  }

  /** The facet that compares with the reader's municipality; that one counts as like itself. */
  #likeMine(mine) {
    if (!mine) return undefined;
    if (this.#like.mine !== mine) this.#like = { mine, facet: this.#makeLike(mine) };
    return this.#like.facet;
  }

  #makeLike(mine) {
    const own = this.towns.findIndex(({ code }) => code === mine);
    if (own < 0) return facetOf(LIKE, "Zoals mijn gemeente", [], this.#mapTowns(() => []));
    const { label, near } = this.towns[own];
    const [size, province] = ["grootte", "provincie"].map((id) => this.#ofTown(id, own));
    const around = new Set([own, ...near]);
    const options = [
      ["grootte", `Zelfde grootte (${size.label})`],
      ["provincie", `Zelfde provincie (${province.label})`],
      ["buren", "Gemeenten in de buurt"],
    ];
    const alike = this.towns.map((_, town) => [
      ...(this.#ofTown("grootte", town).at === size.at ? [0] : []),
      ...(this.#ofTown("provincie", town).at === province.at ? [1] : []),
      ...(around.has(town) ? [2] : []),
    ]);
    return facetOf(LIKE, `Zoals ${label}`, options, this.#mapTowns((town) => alike[town]));
  }

  #ofTown(id, town) {
    const { options, ofTowns } = this.#columns.get(id);
    return { at: ofTowns[town], label: options[ofTowns[town]].label };
  }
}

/** Which options of a facet to show: all of a short one; of a long one the first that lead somewhere. */
export function shownOptions({ options }, counts, { all = false, text = "", kept = new Set() } = {}) {
  const sought = text.trim().toLowerCase();
  if (sought) return options.map((_, at) => at).filter((at) => options[at].label.toLowerCase().includes(sought));
  if (options.length <= SHORT) return options.map((_, at) => at);
  const useful = options.map((_, at) => at).filter((at) => counts[at] || kept.has(options[at].id));
  return all ? useful : useful.filter((at, place) => place < FIRST || kept.has(options[at].id));
}

function facetOf(id, label, options, column) {
  const named = options.map(([option, name]) => ({ id: option, label: name }));
  return { id, label, options: named, column, index: new Map(named.map((option, at) => [option.id, at])) };
}

function fits({ starts, values }, doc, wanted) {
  for (let at = starts[doc]; at < starts[doc + 1]; at++) if (wanted[values[at]]) return true;
  return false;
}

function compare(keys, a, b) {
  for (const key of keys) {
    const [one, other] = [key(a), key(b)];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** How long each list is, and then columns by place, in; all values, and where each list starts, out. */
function readLists([sizes, ...places]) {
  const lengths = readColumn(sizes);
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = starts[at] + length));
  const values = new Uint16Array(starts[lengths.length]);
  places.map(readColumn).forEach((column, place) => {
    let next = 0;
    lengths.forEach((length, at) => {
      if (length > place) values[starts[at] + place] = column[next++];
    });
  });
  return { starts, values };
}
