import assert from "node:assert/strict";
import { test } from "node:test";
import { isId, MOST_KEPT, move, readQuery, toggle, without, writeQuery } from "../../site_overrides/assets/js/keuze/keuze.js";
import { Kept, KEY } from "../../site_overrides/assets/js/keuze/opslag.js";

class Storage {
  items = new Map();
  getItem(key) {
    return this.items.get(key) ?? null;
  }
  setItem(key, value) {
    this.items.set(key, value);
  }
  removeItem(key) {
    this.items.delete(key);
  }
}

test("an address names practices, each once and in order", () => {
  assert.deepEqual(readQuery("?p=b&p=a-1&q=x&p=b"), { ids: ["b", "a-1"], refused: [] });
  assert.equal(writeQuery(["b", "a-1"]), "?p=b&p=a-1");
  assert.equal(writeQuery([]), "");
});

test("what is no id is set apart", () => {
  const hostile = ["../x", "<img>", "A", "", "a--b", "a".repeat(61)];
  const query = new URLSearchParams(hostile.map((text) => ["p", text]));
  assert.deepEqual(readQuery(query), { ids: [], refused: hostile });
  assert.equal(isId("a".repeat(60)), true);
});

test("an id goes in, out, up and down", () => {
  assert.deepEqual(toggle(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggle(["a", "b"], "a"), ["b"]);
  assert.deepEqual(without(["a", "b"], "c"), ["a", "b"]);
  assert.deepEqual(move(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(move(["a", "b", "c"], "a", -1), ["a", "b", "c"]);
  assert.deepEqual(move(["a", "b", "c"], "c", 1), ["a", "b", "c"]);
});

test("a full selection lets its oldest go", () => {
  const full = Array.from({ length: MOST_KEPT }, (_, number) => `p${number}`);
  assert.deepEqual(toggle(full, "nieuw"), [...full.slice(1), "nieuw"]);
});

test("what is kept comes back, and an empty choice leaves nothing", () => {
  const storage = new Storage();
  const kept = new Kept(storage);
  kept.write(["b", "a"]);
  assert.deepEqual(new Kept(storage).read(), ["b", "a"]);
  kept.write([]);
  assert.equal(storage.items.size, 0);
});

test("what others put in the storage is not believed", () => {
  for (const [text, ids] of [["{", []], ['{"a":1}', []], ["null", []], ['["a","<b>",1,"a"]', ["a"]]]) {
    const storage = new Storage();
    storage.setItem(KEY, text);
    assert.deepEqual(new Kept(storage).read(), ids, text);
  }
});

test("where storage is refused, the choice holds for the page", () => {
  for (const storage of [null, { getItem: () => null, setItem: () => { throw new Error("vol"); } }]) {
    const kept = new Kept(storage);
    assert.deepEqual(kept.read(), []);
    kept.write(["a"]);
    assert.deepEqual(kept.read(), ["a"]);
  }
});
