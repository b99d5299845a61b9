// Practices that may be the same as the one that someone fills in, from what the search engine finds near it.
import { stem } from "../zoek/stam.js";
import { fold, words } from "../zoek/tekst.js";

/**
 * The share of words, as stems, from which two texts look alike. In the catalogue a record and the nearest other one
 * that search finds share 0.32 at most, and half of them less than 0.22; a record and its own card at least 0.75.
 */
const LIKE = 0.35;
const SHORTEST = 4;

function stems(text) {
  return new Set(words(text).map(fold).filter((word) => word.length >= SHORTEST).map(stem));
}

/** How alike two texts are, from 0 to 1: twice the stems that both have, as a share of all. */
export function likeness(one, other) {
  const [a, b] = [stems(one), stems(other)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0;
}

const sameTitle = (one, other) => words(one).map(fold).join(" ") === words(other).map(fold).join(" ");

/** Those of the results of a search ({ title, summary }) that look like a title and summary. */
export function similar(title, summary, results) {
  return results.filter(
    (found) => sameTitle(title, found.title) || likeness(`${title} ${summary}`, `${found.title} ${found.summary}`) >= LIKE,
  );
}
