import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FACETS, Facets, choose, readState, shownOptions, toggle, writeState } from "../../site_overrides/assets/js/zoek/facetten.js";
import { createSearchEngine } from "../../site_overrides/assets/js/zoekmachine.js";

const read = (path) => JSON.parse(readFileSync(join(process.env.SITE, path), "utf-8"));
const engine = createSearchEngine(async (path) => read(`zoek/${path}`));
const { file, total } = await engine.facets();
const real = new Facets(file, total);
await engine.search("");
const records = (await engine.show([...Array(total).keys()])).map(({ id }) => read(`api/v1/praktijken/${id}.json`));
const stateOf = (address, kept) => readState(new URLSearchParams(address), kept);

// Random columns, written as generator/search/coding.py writes them.
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const encode = (numbers) => [numbers.map((number) => SIGNS[number]).join("")];
const columns = (all) => [
  encode(all.map((list) => list.length)),
  ...[0, 1, 2, 3].map((at) => encode(all.filter((list) => list.length > at).map((list) => list[at]))),
];
let seed = 7;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const TOWNS = 50;
const DOCS = 400;
const options = (count) => Array.from({ length: count }, (_, at) => [`o${at}`, `Optie ${at}`]);
const lists = (count, most, least = 0) =>
  Array.from({ length: DOCS }, () => [...new Set(Array.from({ length: least + random(most + 1 - least) }, () => random(count)))]);
const data = { thema: lists(24, 4), bewijs: lists(5, 1, 1), jaar: lists(30, 1, 1), gemeente: lists(TOWNS + 1, 3, 1) };
const ofTown = { provincie: Array.from({ length: TOWNS }, () => random(12)), grootte: Array.from({ length: TOWNS }, () => random(6)) };
const sizes = { thema: 24, bewijs: 5, jaar: 30, gemeente: TOWNS + 1, provincie: 12, grootte: 6 };
for (const [id, values] of Object.entries(ofTown)) {
  data[id] = data.gemeente.map((places) => [...new Set(places.filter((place) => place > 0).map((place) => values[place - 1]))]);
}
const near = Array.from({ length: TOWNS }, (_, at) => [(at + 1) % TOWNS, (at + 7) % TOWNS]);
const amounts = Array.from({ length: DOCS }, () => random(6));
const facets = new Facets(
  {
    facetten: Object.keys(sizes).map((id) => ({
      id,
      naam: id,
      opties: options(sizes[id]),
      ...(ofTown[id]
        ? { gemeenten: encode(ofTown[id]) }
        : { waarden: columns(data[id]) }),
    })),
    gemeenten: near.map((_, at) => [`G${at}`, `Plaats ${at}`]),
    buren: [0, 1].map((place) => encode(near.map((list) => list[place]))),
    bedragen: encode(amounts),
    toegevoegd: encode(Array.from({ length: DOCS }, () => random(40))),
  },
  DOCS,
);
const everything = Array.from({ length: DOCS }, (_, doc) => doc);

function randomState() {
  let state = stateOf("");
  for (const id of Object.keys(sizes)) {
    if (random(2)) state = choose(state, id, [...new Set(Array.from({ length: 1 + random(3) }, () => `o${random(sizes[id])}`))]);
  }
  return random(2) ? { ...choose(state, "zoals", ["buren", "grootte"].slice(random(2))), mine: `G${random(TOWNS)}` } : state;
}

/** The plainest way to say whether a document has an option. */
function has(doc, id, option, mine) {
  if (id !== "zoals") return data[id][doc].includes(Number(option.slice(1)));
  const own = Number(mine.slice(1));
  return data.gemeente[doc]
    .map((place) => place - 1)
    .filter((town) => town >= 0)
    .some(
      (town) =>
        (option === "grootte" && ofTown.grootte[town] === ofTown.grootte[own]) ||
        (option === "provincie" && ofTown.provincie[town] === ofTown.provincie[own]) ||
        (option === "buren" && (town === own || near[own].includes(town))),
    );
}
const fits = (doc, { choices, mine }) =>
  Object.entries(choices).every(([id, chosen]) => chosen.some((option) => has(doc, id, option, mine)));

test("documents and counts are those that one by one comparing gives", () => {
  for (let round = 0; round < 15; round++) {
    const state = randomState();
    const docs = everything.filter(() => random(3));
    assert.deepEqual(facets.narrow(docs, state), docs.filter((doc) => fits(doc, state)));
    for (const [id, counts] of facets.count(docs, state)) {
      const { options: named } = facets.list(state.mine).find((facet) => facet.id === id);
      const expected = named.map((option) => docs.filter((doc) => fits(doc, choose(state, id, [option.id]))).length);
      assert.deepEqual(counts, expected, `${id} in ${writeState(state)}`);
    }
    for (const { facet, count } of facets.without(docs, state)) {
      assert.equal(count, docs.filter((doc) => fits(doc, choose(state, facet.id, []))).length);
    }
  }
});

test("sorting keeps the order of equals, and unknown costs come last", () => {
  const docs = everything.filter((doc) => doc % 3).reverse();
  const places = new Map(docs.map((doc, at) => [doc, at]));
  for (const [by, key] of [["bewijs", (doc) => data.bewijs[doc][0]], ["kosten", (doc) => amounts[doc] || 99]]) {
    assert.deepEqual(facets.sort(docs, by), [...docs].sort((a, b) => key(a) - key(b) || places.get(a) - places.get(b)));
  }
  assert.deepEqual(facets.sort(docs, ""), docs);
});

test("a state and its address say the same", () => {
  const address = "q=wijk&thema=a&thema=b&jaar=2016&zoals=buren&mijn=GM0484&sorteer=kosten";
  assert.equal(writeState(stateOf(address)).toString(), address);
  assert.deepEqual(stateOf("thema=a&thema=a&thema=&sorteer=x&iets=y"), {
    question: "", choices: { thema: ["a"] }, mine: "", sort: "",
  });
  assert.equal(writeState(stateOf("__proto__=a&constructor=b")).toString(), "");
});

test("the kept municipality counts unless the address names another, and only for what compares with it", () => {
  assert.equal(stateOf("zoals=buren&mijn=GM0014", "GM0484").mine, "GM0014");
  assert.equal(writeState(stateOf("q=wijk", "GM0484")).toString(), "q=wijk");
  assert.deepEqual(stateOf("zoals=buren").choices, {});
});

test("choosing twice is not choosing", () => {
  const one = toggle(stateOf("thema=a"), "thema", "b");
  assert.deepEqual(one.choices, { thema: ["a", "b"] });
  assert.deepEqual(toggle(toggle(one, "thema", "a"), "thema", "b").choices, {});
});

test("a value that is not known fits nothing and keeps its name", () => {
  const state = stateOf("thema=bestaat-niet");
  assert.deepEqual(facets.narrow(everything, state), []);
  assert.equal(facets.describe("thema", "bestaat-niet"), "thema: bestaat-niet");
  assert.equal(facets.describe("thema", "o1"), "thema: Optie 1");
  assert.deepEqual(facets.narrow(everything, stateOf("zoals=grootte&mijn=GM9999")), []);
});

test("of a long list the first that lead somewhere are shown, and what was chosen", () => {
  const facet = facets.list("").find(({ id }) => id === "jaar");
  const counts = facet.options.map((_, at) => (at % 2 ? 3 : 0));
  assert.deepEqual(shownOptions(facet, counts), [1, 3, 5, 7, 9, 11, 13, 15]);
  assert.deepEqual(shownOptions(facet, counts, { kept: new Set(["o28"]) }).at(-1), 28);
  assert.equal(shownOptions(facet, counts, { all: true }).length, 15);
  assert.deepEqual(shownOptions(facet, counts, { text: " TIE 28" }), [28]);
});

test("the site's own columns say what its records say", () => {
  assert.equal(records.length, total);
  assert.deepEqual(real.list("GM0484").map(({ id }) => id).sort(), [...FACETS].sort());
  const keys = {
    thema: (record) => record.themas, doelgroep: (record) => record.doelgroepen, wet: (record) => record.wettelijk_kader,
    soort: (record) => [record.soort], status: (record) => [record.status], bewijs: (record) => [record.bewijs.niveau],
  };
  for (const [id, valuesOf] of Object.entries(keys)) {
    for (const option of real.list("").find((facet) => facet.id === id).options) {
      const found = real.narrow([...records.keys()], choose(stateOf(""), id, [option.id]));
      const expected = [...records.keys()].filter((doc) => (valuesOf(records[doc]) ?? []).includes(option.id));
      assert.deepEqual(found, expected, `${id}=${option.id}`);
    }
  }
  assert.equal(real.narrow(real.newest(), stateOf("gemeente=GM0344")).length > 0, true);
});
