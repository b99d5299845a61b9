// The words of a text, cut and folded as generator/analysis/tokens.py does.

const AGE = /(?<!\d)(\d{1,3})(?:-?(min|plus)|([-+]))(?:e?rs?|sers?|s)?(?![\p{L}\p{N}_])/gu;
const AMOUNT = /\d+(?:[.,]\d+)+/g;
const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const INITIAL = /(?<![\p{L}\p{N}_])(\p{L})-(?=\p{L}{3})/gu;
const NUMBER_HYPHEN = /(?<=\d)-|-(?=\d)/;
const SIGNS = { "-": "min", "+": "plus" };

/** All words of a text in order, lower case, stop words included. */
export function words(text) {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, "-")
    .replace(/\u00ad/g, "")
    .replace(/ĳ/g, "ij")
    .replace(AMOUNT, " ")
    .replace(INITIAL, "$1")
    .replace(AGE, (_, years, name, sign) => ` ${years}${name ?? SIGNS[sign]} `);
  return (plain.match(WORD) ?? [])
    .flatMap((word) => word.split(NUMBER_HYPHEN))
    .filter((word) => word.length > 1 && !/^\d{5,}$/.test(word));
}

/** A word without accents. */
export function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** A word as the lexicon knows it: without accents, hyphens and apostrophes. */
export function typed(word) {
  return fold(word).replace(/['-]/g, "");
}
