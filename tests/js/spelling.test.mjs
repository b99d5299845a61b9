import assert from "node:assert/strict";
import { test } from "node:test";
import { derivations, inflections } from "../../site_overrides/assets/js/zoek/afleiding.js";
import { distance, nearest, nearestNames, slips } from "../../site_overrides/assets/js/zoek/spelling.js";

test("adding, dropping, changing and swapping a letter are one slip each", () => {
  for (const slip of ["eenzaamheidd", "eenzaamhid", "eenzaamheit", "eenzaamhied"]) assert.equal(distance(slip, "eenzaamheid", 2), 1);
  assert.equal(distance("eenzaamheid", "eenzaamheid", 2), 0);
  assert.equal(distance("schuld", "dementie", 2), 3);
});

test("short words and numbers hold no slips, long words two", () => {
  assert.deepEqual(["wmo", "2015", "team", "dementie"].map(slips), [0, 0, 1, 2]);
});

test("of equally near words the most usual is meant", () => {
  const found = nearest("wijkteem", [{ word: "wijkteek", level: 1 }, { word: "wijkteam", level: 6 }, { word: "zwembad", level: 9 }]);
  assert.deepEqual(found.map(({ word }) => word), ["wijkteam", "wijkteek"]);
});

test("names are offered that look like what was typed", () => {
  assert.deepEqual(nearestNames("schuldn", ["schulden", "dementie"], (name) => name), ["schulden"]);
});

test("verbs lead to their nouns and participles to their verbs", () => {
  assert.ok(derivations("administreren").includes("administratie"));
  assert.ok(derivations("gesignaleerde").includes("signaler"));
});

test("a word is tried with its other regular endings", () => {
  assert.ok(inflections("zwerfjongeren").includes("zwerfjongere"));
  assert.ok(inflections("wijkteam").includes("wijkteams"));
  assert.ok(derivations("dagje").includes("dag"));
});
