import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stem } from "../../site_overrides/assets/js/zoek/stam.js";
import { typed, words } from "../../site_overrides/assets/js/zoek/tekst.js";

// Made by tests/test_search_engine.py with the Python that builds the index.
const { stems, texts } = JSON.parse(readFileSync(process.env.TAALVOORBEELDEN, "utf-8"));

test("words have the stems that Snowball gives them", () => {
  assert.ok(stems.length > 5000);
  assert.deepEqual(stems.filter(([word, expected]) => stem(word) !== expected), []);
});

test("texts are cut into the words that the index holds", () => {
  for (const [text, expected] of texts) assert.deepEqual(words(text), expected, text);
});

test("a word is looked up without accents, hyphens and apostrophes", () => {
  assert.equal(typed("cliënt-ondersteuning"), "clientondersteuning");
  assert.equal(typed("pgb's"), "pgbs");
});
