// Words of the same family that the stemmer does not bring together: participles, and verbs with their nouns.
import { stem } from "./stam.js";

const PARTICLES =
  "aan achter af bij binnen buiten door in mee na om onder op over samen tegen terug toe uit vast voor weg".split(" ");
const PARTICIPLE = new RegExp(`^(${PARTICLES.join("|")})?ge(.{2,}?)(?:de?|te?|en)$`);
const ENDINGS = [
  [/eren$/, ["atie", "ering", "aat"]],
  [/eert?$/, ["atie", "ering"]],
  [/(?:atie|ering)s?$/, ["eren"]],
  [/(?:er|ster)s?$/, ["en", "ing"]],
  [/ingen$|ing$/, ["en", "er"]],
  [/en$/, ["ing", "er"]],
  [/heid$|heden$/, [""]],
  [/(?:e|er|ere|ste)$/, ["heid"]],
  [/isch(?:e)?$/, ["ie", "iek"]],
  [/(?:[tpk]?jes?)$/, [""]],
];

const PLAIN = ["", "s", "n", "en", "e"];

/** The same word with another regular ending: a lexicon word that is a compound may have a stem of its own. */
export function inflections(word) {
  const bases = PLAIN.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, word.length - ending.length));
  return bases.flatMap((base) => PLAIN.map((ending) => base + ending)).filter((form) => form !== word);
}

/** What the lexicon may hold instead of a word that it does not: `administreren` in, `administratie` out. */
export function derivations(word) {
  const found = new Set();
  const participle = PARTICIPLE.exec(word);
  if (participle) found.add((participle[1] ?? "") + stem(participle[2]));
  for (const [ending, others] of ENDINGS) {
    const base = word.replace(ending, "");
    if (base === word || base.length < 3) continue;
    for (const other of others) found.add(base + other).add(stem(base + other));
  }
  found.delete(word);
  return [...found];
}
