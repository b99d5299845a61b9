// Reads the files of the index; generator/search/coding.py wrote them.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Reads numbers one after another from text. */
export class NumberReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  next() {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const sign = VALUES[this.text.charCodeAt(this.at++)];
      value += (sign & 31) << shift;
      if (sign < 32) return value;
    }
  }

  nextSigned() {
    const value = this.next();
    return value & 1 ? -((value + 1) >> 1) : value >> 1;
  }
}

/** A column as texts of one sign per number in, lowest six bits first; the numbers out. */
export function readColumn(texts) {
  const numbers = new Uint32Array(texts[0].length);
  texts.forEach((text, place) => {
    for (let at = 0; at < numbers.length; at++) numbers[at] += VALUES[text.charCodeAt(at)] << (6 * place);
  });
  return numbers;
}

/** Front-coded words in, whole words out. */
export function readWords(text) {
  let before = "";
  const whole = (coded) => (before = before.slice(0, VALUES[coded.charCodeAt(0)]) + coded.slice(1));
  return text ? text.split(" ").map(whole) : [];
}

/** A lexicon shard in; its words in order, and by word its level and terms, out. */
export function readLexicon([wordText, termText]) {
  const list = readWords(wordText);
  const reader = new NumberReader(termText);
  const entries = new Map();
  let first = 0;
  for (const word of list) {
    const head = reader.next();
    first += reader.nextSigned();
    const terms = [{ term: first, kind: 0 }];
    for (let others = head >> 4; others > 0; others--) {
      const code = reader.next();
      terms.push({ term: Math.floor(code / 5), kind: code % 5 });
    }
    entries.set(word, { word, level: head & 15, terms });
  }
  return { list, entries };
}

/** A shard of words spelt back to front in; words as they are, in the order of the shard, and levels, out. */
export function readReversed([wordText, levelText]) {
  const reader = new NumberReader(levelText);
  return { list: readWords(wordText), levels: Array.from(levelText, () => reader.next()) };
}

/** One posting list in; rarity, document numbers and impacts (0 to 1) out. */
export function readPostings(text) {
  if (!text) return { rarity: 0, docs: new Int32Array(0), impacts: new Float32Array(0) };
  const reader = new NumberReader(text);
  const rarity = reader.next() / 100;
  const count = reader.next();
  const docs = new Int32Array(count);
  const impacts = new Float32Array(count);
  let doc = 0;
  for (let i = 0; i < count; i++) docs[i] = doc += reader.next();
  for (let i = 0; i < count; i++) impacts[i] = VALUES[text.charCodeAt(reader.at + i)] / 63;
  return { rarity, docs, impacts };
}

/** Where a value belongs among sorted first entries: the last one that is not greater. */
export function shardOf(firsts, value) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
