import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NumberReader, readColumn, readPostings, readWords, shardOf } from "../../site_overrides/assets/js/zoek/lezen.js";

// Written by generator/search/coding.py, see tests/test_search_engine.py.
const { numbers, signed, column, words, postings } = JSON.parse(readFileSync(process.env.CODEVOORBEELDEN, "utf-8"));

test("numbers come back as they were written", () => {
  const reader = new NumberReader(numbers.text);
  assert.deepEqual(numbers.values.map(() => reader.next()), numbers.values);
  const other = new NumberReader(signed.text);
  assert.deepEqual(signed.values.map(() => other.nextSigned()), signed.values);
});

test("a column comes back as it was written", () => {
  assert.deepEqual([...readColumn(column.texts)], column.values);
  assert.deepEqual([...readColumn([""])], []);
});

test("front-coded words come back whole", () => {
  assert.deepEqual(readWords(words.text), words.values);
  assert.deepEqual(readWords(""), []);
});

test("a posting list gives documents with their impacts", () => {
  const { rarity, docs, impacts } = readPostings(postings.text);
  assert.equal(rarity, postings.rarity);
  assert.deepEqual([...docs], postings.docs);
  assert.deepEqual([...impacts].map((impact) => Math.round(impact * 63)), postings.impacts);
  assert.equal(readPostings("").docs.length, 0);
});

test("a word is looked for in the last shard that begins before it", () => {
  const firsts = ["aan", "kind", "schuld"];
  assert.deepEqual(["aan", "jeugd", "kind", "zorg", "0"].map((word) => shardOf(firsts, word)), [0, 0, 1, 2, 0]);
});
