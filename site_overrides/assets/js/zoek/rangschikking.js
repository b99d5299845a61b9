// Ranks documents by a question that was read: how well each word of it is answered, and how many.

/** All weights of the ranking, measured with benchmarks/search.py. */
export const WEIGHTS = {
  stem: 1, // The word itself, in any inflection.
  joined: 1, // Written as one word elsewhere.
  concept: 0.9, // Another name for the same.
  within: 0.4, // A concept inside a compound.
  groups: 0.7, // A smaller compound inside the word.
  parts: 0.75, // All parts of the word together.
  near: 0.2, // A concept that lies near the one named.
  theme: 0.12, // The theme of the concept named.
  weak: 0.3, // A word that questions hold, but that says little about their subject.
  labelWord: 0.7, // A word that is only a part of a label: "recept" in "welzijn op recept".
  named: 1.4, // A word that the glossary knows, over one that it does not.
  namedParts: 0.6, // The parts of a compound whose meaning the glossary knows.
  kin: 0.2, // What a neighbour ("zie ook") of one of the best results gets of its score.
  trifle: 0.07, // The share of the best score below which a document does not fit.
  others: 0.25, // What other ways to say it add to the best.
  coverage: 0.7, // How much of the score depends on all words being answered.
};
const KIND_PARTS = 1;
const KIND_GROUP = 2;
const KIND_CONCEPT = 3;

/** One item of a question in; the ways in which a document can answer it out, strongest evidence first. */
function waysOf(index, item) {
  const ways = [];
  const concepts = new Set(item.phrase === undefined ? [] : [item.phrase]);
  const known = concepts.size > 0 || item.entries.some(({ terms }) => terms.some(({ kind }) => kind === KIND_CONCEPT));
  const scale = (item.weak ? WEIGHTS.weak : 1) * (known ? WEIGHTS.named : 1);
  const literal = item.phrase === undefined ? 1 : WEIGHTS.labelWord;
  const inner = known ? WEIGHTS.namedParts : 1;
  const add = (how, weight, terms, extra) => {
    if (terms.length) ways.push({ how, weight: weight * scale, terms: [...new Set(terms)], ...extra });
  };
  // A part of a word whose whole is known ("zorg" in "pleegzorg"), or what only lies near, names it loosely.
  const loose = { loose: true };
  for (const [entries, whole] of [[item.entries, "stem"], [item.joined ?? [], "joined"]]) {
    for (const { terms, share } of entries) {
      const kinds = (wanted) => terms.filter(({ kind }) => kind === wanted).map(({ term }) => term);
      const parts = kinds(KIND_PARTS);
      add(whole, WEIGHTS[whole] * share * literal, kinds(0));
      add("parts", (WEIGHTS.parts * share * inner * literal) / Math.max(1, parts.length), parts, { loose: known });
      for (const group of kinds(KIND_GROUP)) add("groups", WEIGHTS.groups * share * inner * literal, [group]);
      for (const concept of kinds(KIND_CONCEPT)) concepts.add(concept);
      for (const concept of kinds(4)) add("concept", WEIGHTS.within * share, [concept], { concept });
    }
  }
  for (const concept of concepts) add("concept", WEIGHTS.concept, [concept], { concept });
  const near = [...concepts].map((concept) => index.concepts.get(concept));
  for (const { near: terms, theme } of near) {
    for (const term of terms) if (!concepts.has(term)) add("near", WEIGHTS.near, [term], loose);
    if (theme >= 0) add("theme", WEIGHTS.theme, [theme], loose);
  }
  return ways;
}

/** Fetches what the ways need; all at once, so that the files come side by side. */
async function loadWays(index, items) {
  return Promise.all(
    items.map((item) =>
      Promise.all(
        waysOf(index, item).map(async (way) => ({
          ...way,
          lists: await Promise.all(way.terms.map((term) => index.postings(term))),
        })),
      ),
    ),
  );
}

/** How well each document answers one word: the best way, a little of the others, and which way was best. */
function answer(ways, size) {
  const best = new Float32Array(size);
  const sum = new Float32Array(size);
  const how = new Uint8Array(size);
  const part = new Float32Array(size);
  ways.forEach((way, number) => {
    for (const { rarity, docs, impacts } of way.lists) {
      for (let i = 0; i < docs.length; i++) part[docs[i]] += way.weight * rarity * impacts[i];
    }
    for (const { docs } of way.lists) {
      for (const doc of docs) {
        const value = part[doc];
        if (!value) continue; // Added already, by another list of the same way.
        part[doc] = 0;
        sum[doc] += value;
        if (value > best[doc]) {
          best[doc] = value;
          how[doc] = number + 1;
        }
      }
    }
  });
  return { best, sum, how };
}

/** How much a word matters: the rarity of its most literal way that any document has. */
function importance(ways) {
  for (const way of ways) {
    const rarities = way.lists.filter((list) => list.docs.length).map((list) => list.rarity);
    if (rarities.length) return Math.max(...rarities);
  }
  return 0;
}

/**
 * Returns `{ docs, scores, answers }`: all documents that answer anything, by number, with the scores of all, and
 * for each item of the question its ways and which of them answered which document.
 */
export async function rank(index, items, size) {
  const ways = await loadWays(index, items);
  const answers = ways.map((list) => ({ ways: list, ...answer(list, size) }));
  const scores = new Float32Array(size);
  const covered = new Float32Array(size);
  let whole = 0;
  for (const [at, { ways: list, best, sum }] of answers.entries()) {
    const weight = importance(list) * (items[at].weak ? WEIGHTS.weak : 1);
    whole += weight;
    for (let doc = 0; doc < size; doc++) {
      if (!best[doc]) continue;
      scores[doc] += best[doc] + WEIGHTS.others * (sum[doc] - best[doc]);
      covered[doc] += weight * Math.min(1, (2 * best[doc]) / (weight || 1));
    }
  }
  const docs = [];
  for (let doc = 0; doc < size; doc++) {
    if (!scores[doc]) continue;
    scores[doc] *= 1 - WEIGHTS.coverage + (WEIGHTS.coverage * covered[doc]) / (whole || 1);
    docs.push(doc);
  }
  return { docs, scores, answers };
}

/** The `count` best of the documents, best first. */
export function best({ docs, scores }, count) {
  const found = [];
  for (const doc of docs) {
    let place = found.length;
    while (place > 0 && scores[found[place - 1]] < scores[doc]) place--;
    if (place < count) found.splice(place, 0, doc);
    if (found.length > count) found.pop();
  }
  return found;
}

/**
 * Lets the neighbours of the best results share in their scores. `leaders` are those results as `{ doc, card }`;
 * returns by document the leader that it resembles.
 */
export function addKin({ docs, scores }, leaders) {
  const gained = new Map();
  const resembled = new Map();
  for (const { doc: leader, card } of leaders) {
    for (const [other, likeness] of card.neighbours) {
      if (!resembled.has(other)) resembled.set(other, leader);
      gained.set(other, (gained.get(other) ?? 0) + WEIGHTS.kin * scores[leader] * likeness);
    }
  }
  for (const [doc, gain] of gained) {
    if (!scores[doc]) docs.push(doc);
    scores[doc] += gain;
  }
  return resembled;
}

/** The documents that fit, best first: those whose score is no mere trifle beside the best. */
export function fitting({ docs, scores }) {
  const least = scores[best({ docs, scores }, 1)[0]] * WEIGHTS.trifle;
  return docs.filter((doc) => scores[doc] >= least).sort((a, b) => scores[b] - scores[a] || a - b);
}
