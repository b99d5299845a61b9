import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, suggest, wordsOf } from "../../site_overrides/assets/js/adres/voorstel.js";

const LISTS = {
  praktijken: { geheugenhuis: "", leertafel: "", leestafel: "Leertafel", "tom-in-de-buurt": "Tom in de Buurt", wijkteams: "Wijkteams in de stad" },
  congressen: { "doen-wat-werkt": "Doen wat werkt" },
  themas: { wijkteams: "Wijkteams" },
};
const ids = (path) => suggest(path, LISTS).map(({ section, id }) => `${section}/${id}`);

test("an address is read at any depth, in any spelling", () => {
  assert.deepEqual(readAddress("praktijken/Leer%20Tafel/"), { section: "praktijken", id: "leer-tafel" });
  assert.deepEqual(readAddress("p/leertafel"), { section: "praktijken", id: "leertafel" });
  assert.deepEqual(readAddress("api/v1/praktijken/leertafel.json"), { section: "praktijken", id: "leertafel" });
  assert.deepEqual(readAddress("praktijken/leertafel/index.html"), { section: "praktijken", id: "leertafel" });
  assert.deepEqual(readAddress("caf%C3%A9"), { section: "", id: "cafe" });
  assert.deepEqual(readAddress("%E0%A4%A/"), { section: "", id: "e0-a4-a" });
  assert.deepEqual(readAddress(""), { section: "", id: "" });
});

test("a slip of the finger finds the page, and its title when that reads like the id", () => {
  assert.deepEqual(suggest("praktijken/geheugenhius/", LISTS), [{ section: "praktijken", id: "geheugenhuis", title: "Geheugenhuis" }]);
});

test("of pages with the same id the one in the same part of the site comes first", () => {
  assert.deepEqual(ids("themas/wijkteam/"), ["themas/wijkteams", "praktijken/wijkteams"]);
  assert.deepEqual(ids("praktijken/wijkteam/"), ["praktijken/wijkteams", "themas/wijkteams"]);
});

test("a present and a former id of one page are one suggestion", () => {
  assert.deepEqual(ids("praktijken/leertafle/"), ["praktijken/leertafel"]);
});

test("some words of an id are enough", () => {
  assert.deepEqual(ids("de-buurt"), ["praktijken/tom-in-de-buurt"]);
});

test("what looks like nothing gets no suggestion", () => {
  assert.deepEqual(ids("wp-login.php"), []);
  assert.deepEqual(ids(""), []);
  assert.equal(wordsOf("tom-in-de-buurt"), "tom in de buurt");
});

test("among ten thousand ids the nearest is found, and a very long address finds none", () => {
  const many = { praktijken: Object.fromEntries(Array.from({ length: 10000 }, (_, n) => [`praktijk-nummer-${n}`, ""])) };
  assert.equal(suggest(`praktijken/${"a".repeat(5000)}/`, many).length, 0);
  assert.equal(suggest("praktijken/praktijk-nummer-777/", many)[0].id, "praktijk-nummer-777");
});
