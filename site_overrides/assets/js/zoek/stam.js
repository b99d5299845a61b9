// The Dutch stemmer of Snowball in its Porter form (`dutch_porter`), for words without accents.
// Algorithm: https://snowballstem.org/algorithms/dutch_porter/stemmer.html

const VOWEL = /[aeiouy]/;

/** Where the first consonant after a vowel ends, looking from `start`; the end of the word when there is none. */
function afterSyllable(word, start) {
  let at = start;
  while (at < word.length && !VOWEL.test(word[at])) at++;
  while (at < word.length && VOWEL.test(word[at])) at++;
  return Math.min(at + 1, word.length);
}

function undouble(word) {
  return /(kk|dd|tt)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEn(word, ending, r1) {
  const rest = word.slice(0, -ending.length);
  return rest.length >= r1 && /[^aeiouy]$/.test(rest) && !rest.endsWith("gem") ? undouble(rest) : word;
}

function stepPlural(word, r1) {
  const ending = /(heden|ene|en|se|s)$/.exec(word)?.[0];
  if (!ending) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === "heden") return rest.length >= r1 ? `${rest}heid` : word;
  if (ending === "en" || ending === "ene") return withoutEn(word, ending, r1);
  return rest.length >= r1 && /[^aeiouyj]$/.test(rest) ? rest : word;
}

function stepE(word, r1) {
  const rest = word.slice(0, -1);
  return word.endsWith("e") && rest.length >= r1 && /[^aeiouy]$/.test(rest) ? undouble(rest) : word;
}

function stepHeid(word, r1, r2) {
  const rest = word.slice(0, -4);
  if (!word.endsWith("heid") || rest.length < r2 || rest.endsWith("c")) return word;
  return rest.endsWith("en") ? withoutEn(rest, "en", r1) : rest;
}

function stepDerived(word, r1, r2, hadE) {
  const ending = /(end|ing|ig|lijk|baar|bar)$/.exec(word)?.[0];
  if (!ending) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < r2) return word;
  if (ending === "lijk") return stepE(rest, r1);
  if (ending === "baar") return rest;
  if (ending === "bar") return hadE ? rest : word;
  if (ending === "ig") return rest.endsWith("e") ? word : rest;
  const inner = rest.slice(0, -2);
  return rest.endsWith("ig") && inner.length >= r2 && !inner.endsWith("e") ? inner : undouble(rest);
}

/** The stem of a lower-case word without accents. */
export function stem(text) {
  // A y at the start or after a vowel, and an i between vowels, count as consonants: written in capitals.
  let word = text.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  word = word.replace(/([aeiouy])i(?=[aeiouy])/g, "$1I");
  const first = afterSyllable(word, 0);
  const r1 = Math.max(3, first);
  const r2 = afterSyllable(word, first);
  word = stepPlural(word, r1);
  const shorter = stepE(word, r1);
  const hadE = shorter !== word;
  word = stepDerived(stepHeid(shorter, r1, r2), r1, r2, hadE);
  word = word.replace(/([^aeiouy])([aeou])\2([^aeiouyI])$/, "$1$2$3");
  return word.toLowerCase();
}
