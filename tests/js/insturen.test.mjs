import assert from "node:assert/strict";
import { test } from "node:test";
import { placed } from "../../site_overrides/assets/js/insturen/fouten.js";
import { likeness, similar } from "../../site_overrides/assets/js/insturen/gelijkenis.js";
import { nameFor, pathFor } from "../../site_overrides/assets/js/insturen/plek.js";
import { createPractices } from "../../site_overrides/assets/js/insturen/praktijken.js";

test("a file is named after its title", () => {
  assert.equal(nameFor("Tom in de Buurt: één opdracht!", 60), "tom-in-de-buurt-een-opdracht");
  assert.equal(nameFor("woord ".repeat(20), 60).length, 59);
  assert.equal(nameFor("???", 60), "");
});

test("a file lies in the folder of its owner", () => {
  assert.equal(pathFor("gemeente Alphen aan den Rijn", "leertafel"), "practices/alphen-aan-den-rijn/leertafel.yml");
  assert.equal(pathFor("Gemeente ’s-Hertogenbosch", "x"), "practices/s-hertogenbosch/x.yml");
  assert.equal(pathFor("", "x"), "practices/naam-van-de-eigenaar/x.yml");
});

const SUMMARY = "Raadsleden praten aan tafel met de gemeente over moeilijke casussen van inwoners.";

test("texts look alike when they share their words, in whatever form", () => {
  assert.ok(likeness(SUMMARY, "De gemeente praat met raadsleden over een moeilijke casus aan de tafel.") > 0.6);
  assert.ok(likeness(SUMMARY, "Een zwembad met een glijbaan voor kinderen in de zomer.") < 0.1);
  assert.equal(likeness("", ""), 0);
});

test("the same title or the same story is similar, the rest is not", () => {
  const results = [
    { id: "a", title: "Leertafel", summary: "Heel iets anders" },
    { id: "b", title: "Praattafel", summary: SUMMARY },
    { id: "c", title: "Zwembad", summary: "Een bad op het plein" },
  ];
  assert.deepEqual(similar("leertafel", SUMMARY, results).map(({ id }) => id), ["a", "b"]);
});

test("an id is read from an address, a title or itself", async () => {
  const practices = createPractices(async () => ({ titels: { leertafel: "De Leertafel" }, oude_ids: ["oud"] }));
  assert.equal(practices.isKnown("wat-dan-ook"), true, "nothing is wrong before the list is there");
  await practices.load();
  for (const text of ["leertafel", "de leertafel", "https://x.nl/praktijken/leertafel/", "https://x.nl/praktijken/leertafel/#kosten"]) {
    assert.equal(practices.idOf(text), "leertafel");
  }
  assert.equal(practices.isKnown("wat-dan-ook"), false);
  assert.equal(practices.isTaken("oud"), true);
  assert.equal(practices.isTaken("constructor"), false);
});

test("a list that cannot be had is asked for again", async () => {
  const answers = [Promise.reject(new Error("no")), Promise.resolve({ titels: { a: "A" }, oude_ids: [] })];
  const practices = createPractices(() => answers.shift());
  assert.deepEqual(await practices.load(), {});
  assert.deepEqual(await practices.load(), { a: "A" });
});

test("a missing block is asked for by the fields that it must have", () => {
  const block = { vorm: "blok", velden: [{ naam: "naam", verplicht: true }, { naam: "website" }, { naam: "soort", verplicht: true }] };
  const problem = { code: "ontbrekend-veld", path: ["eigenaar"], bericht: "het veld 'eigenaar' ontbreekt" };
  const found = placed(problem, () => block);
  assert.deepEqual(found.map(({ path, bericht }) => [path.join("."), bericht]), [
    ["eigenaar.naam", "het veld 'naam' ontbreekt"],
    ["eigenaar.soort", "het veld 'soort' ontbreekt"],
  ]);
});
