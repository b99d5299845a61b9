// Words that a slip of the finger may have made of another.
import { fold } from "./tekst.js";

/** The number of letters to add, drop, change or swap with the next; `limit` + 1 when there are more. */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}

/** How many slips a word of this length may hold. */
export function slips(word) {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The candidates nearest to a word, best first: fewest slips, same first letter, then the most usual. */
export function nearest(word, candidates) {
  const limit = slips(word);
  const found = [];
  for (const { word: other, level } of candidates) {
    const away = distance(word, other, limit);
    if (away <= limit) found.push({ word: other, away, rank: away * 10 - (other[0] === word[0] ? 4 : 0) - level });
  }
  return found.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1));
}

const LIKE = 0.3; // The share of pairs of letters from which two names look alike.

/** The names most like a text, best first; `nameOf` gives the name of each of `all`. */
export function nearestNames(text, all, nameOf) {
  const sought = pairs(text);
  const found = all.map((one) => ({ one, like: likeness(sought, pairs(fold(nameOf(one).toLowerCase()))) }));
  return found.filter(({ like }) => like >= LIKE).sort((a, b) => b.like - a.like).map(({ one }) => one);
}

function pairs(text) {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function likeness(one, other) {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size || 1);
}
