import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../site_overrides/assets/js/insturen/concept.js";

const storage = (held = {}) => ({
  held,
  getItem: (key) => held[key] ?? null,
  setItem: (key, value) => (held[key] = value),
  removeItem: (key) => delete held[key],
});

test("a draft comes back as it was, per practice", () => {
  const kept = storage();
  new Draft(kept, "").write({ titel: "Nieuw" });
  new Draft(kept, "leertafel").write({ titel: "Leertafel" });
  assert.deepEqual(new Draft(kept, "").read(), { titel: "Nieuw" });
  assert.deepEqual(new Draft(kept, "leertafel").read(), { titel: "Leertafel" });
  assert.deepEqual(Object.keys(kept.held), ["insturen", "insturen:leertafel"]);
});

test("clearing one leaves the other", () => {
  const kept = storage({ insturen: "{}", "insturen:leertafel": "{}" });
  new Draft(kept, "").clear();
  assert.deepEqual(Object.keys(kept.held), ["insturen:leertafel"]);
});

test("what is no draft counts as none", () => {
  for (const text of ["", "{", "[]", "3", "null", '"x"']) assert.equal(new Draft(storage({ insturen: text }), "").read(), null);
});

test("a browser that refuses storage keeps nothing and breaks nothing", () => {
  const draft = new Draft(null, "");
  assert.equal(draft.write({}), false);
  assert.equal(draft.read(), null);
  draft.clear();
});
