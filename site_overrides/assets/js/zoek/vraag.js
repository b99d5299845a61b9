// A question to what is looked for: for each telling word the ways in which a text may say it.
import { derivations, inflections } from "./afleiding.js";
import { nearest, slips } from "./spelling.js";
import { stem } from "./stam.js";
import { fold, typed, words } from "./tekst.js";

const LINKS = ["", "s", "en", "e", "n"]; // Letters that may join two words.
const SHORTEST_PART = 4;
const SHORTEST_FRAGMENT = 5;
const SHORTEST_PREFIX = 3;
const MOST_COMPLETIONS = 8;
const MOST_CORRECTIONS = 2;

/**
 * Returns one item for each telling word, in order:
 * `{ word, entries, how }`, where each entry is `{ word, terms, share }` and `how` says how they were found
 * ("exact", "stem", "split", "prefix", "typo" or "" for nothing). Items that are joined or form a label of the
 * glossary have more: `joined` (entries) and `phrases` (concepts).
 */
export async function readQuestion(index, question) {
  const all = words(question).map((word) => ({ word, key: typed(word), stop: index.stopWords.has(fold(word)) }));
  const open = !/\s$/.test(question);
  await Promise.all(
    all.map(async (item, at) => {
      if (!item.stop) Object.assign(item, await resolve(index, item.key, open && at === all.length - 1));
    }),
  );
  await Promise.all(all.slice(1).map((item, at) => join(index, all[at], item)));
  const items = all.filter((item) => !item.stop);
  for (const item of items) item.weak = index.weakWords.has(item.key) || index.weakWords.has(stem(item.key));
  findPhrases(index, items);
  return items;
}

async function resolve(index, key, open) {
  const known = await index.word(key);
  if (known) return { how: "exact", entries: [{ ...known, share: 1 }] };
  const others = key.length > SHORTEST_PART ? inflections(key) : [];
  const inflected = await firstKnown(index, [stem(key), ...others]);
  if (inflected) return { how: "stem", entries: [{ ...inflected, share: 1 }] };
  if (open && key.length >= SHORTEST_PREFIX) {
    const entries = await completions(index, key);
    if (entries.length) return { how: "prefix", entries };
  }
  const derived = await firstKnown(index, derivations(key));
  if (derived) return { how: "stem", entries: [{ ...derived, share: 0.8 }] };
  const parts = await split(index, key);
  if (parts) return { how: "split", entries: [compound(key, parts)] };
  const corrected = await corrections(index, key);
  if (corrected.length) return { how: "typo", entries: corrected };
  const pieces = await fragments(index, key);
  return pieces.length ? { how: "split", entries: [{ ...compound(key, pieces), share: 0.7 }] } : { how: "", entries: [] };
}

async function firstKnown(index, candidates) {
  const found = await Promise.all(candidates.map((candidate) => index.word(candidate)));
  return found.find(Boolean);
}

async function completions(index, key) {
  const found = (await index.wordsFrom(key)).filter((entry) => entry.level);
  found.sort((a, b) => b.level - a.level || (a.word < b.word ? -1 : 1));
  return found.slice(0, MOST_COMPLETIONS).map((entry) => ({ ...entry, share: 0.9 }));
}

/** The words that a compound is made of, or undefined: the longest first part that leaves known words. */
async function split(index, key, depth = 0) {
  for (let end = key.length - SHORTEST_PART; end >= SHORTEST_PART; end--) {
    const first = await part(index, key.slice(0, end));
    if (!first) continue;
    for (const link of LINKS) {
      const rest = key.slice(end);
      if (!rest.startsWith(link) || rest.length - link.length < SHORTEST_PART) continue;
      const last = await part(index, rest.slice(link.length));
      if (last) return [first, last];
      const deeper = depth < 1 && (await split(index, rest.slice(link.length), depth + 1));
      if (deeper) return [first, ...deeper];
    }
  }
  return undefined;
}

/** The longest known beginning or end of a word, and what the rest of it was probably meant to be. */
async function fragments(index, key) {
  for (let length = key.length - 1; length >= SHORTEST_FRAGMENT; length--) {
    const [start, end] = await Promise.all([index.word(key.slice(0, length)), index.word(key.slice(-length))]);
    const rest = start ? key.slice(length) : key.slice(0, -length);
    if (start ?? end) return [start ?? end, ...(await corrections(index, rest))];
  }
  return [];
}

async function part(index, text) {
  return (await index.word(text)) ?? (await index.word(stem(text)));
}

/** An entry for a compound that no text holds: the terms of its parts, as parts. */
function compound(word, parts) {
  const terms = parts.flatMap((entry) =>
    entry.terms.map(({ term, kind }) => ({ term, kind: kind === 0 ? 1 : kind === 3 ? 4 : kind })),
  );
  return { word, level: 1, share: 1, terms };
}

/** A slip in the first half leaves the last half as it was, and the other way around. */
async function corrections(index, key) {
  if (!slips(key)) return [];
  const half = Math.floor(key.length / 2);
  let near = await candidates(index, key, key.slice(0, half), key.slice(-half));
  if (!near.length) near = await candidates(index, key, key.slice(0, 2), key.slice(-3));
  const best = near.filter(({ away }) => away === near[0].away).slice(0, MOST_CORRECTIONS);
  const entries = await Promise.all(best.map(({ word }) => index.word(word)));
  return entries.map((entry, at) => ({ ...entry, share: at ? 0.6 : 0.95 }));
}

async function candidates(index, key, prefix, suffix) {
  const [from, to] = await Promise.all([index.wordsFrom(prefix), index.wordsTo(suffix)]);
  const all = new Map([...from.filter((entry) => entry.level), ...to].map((entry) => [entry.word, entry]));
  return nearest(key, all.values());
}

/** Two words that are one word elsewhere ("buurt bemiddeling"). */
async function join(index, one, other) {
  if (one.stop && other.stop) return;
  for (const link of LINKS) {
    const entry = await index.word(one.key + link + other.key);
    if (!entry?.level) continue;
    for (const item of [one, other]) (item.joined ??= []).push({ ...entry, share: 1 });
    return;
  }
}

/** Labels of the glossary that words of the question form: first neighbours, the longest; then words in any order. */
function findPhrases(index, items) {
  const stems = items.map((item) => item.entries[0]?.terms[0].term);
  for (let start = 0; start < items.length; ) {
    let length = Math.min(index.longestPhrase, items.length - start);
    let concept;
    for (; length > 1; length--) {
      concept = index.phrases.get(stems.slice(start, start + length).join());
      if (concept !== undefined) break;
    }
    if (concept !== undefined) for (const item of items.slice(start, start + length)) item.phrase = concept;
    start += concept === undefined ? 1 : length;
  }
  const known = items.map((item, at) => [stems[at], item]);
  const free = new Map(known.filter(([term, item]) => term !== undefined && item.phrase === undefined));
  if (free.size < 2) return;
  for (const [label, concept] of index.phrases) {
    const found = label.split(",").map((term) => free.get(Number(term)));
    if (found.every((item) => item && item.phrase === undefined)) for (const item of found) item.phrase = concept;
  }
}
