import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, relation } from "../../site_overrides/assets/js/keuze/feiten.js";
import { blocks, plain } from "../../site_overrides/assets/js/keuze/proza.js";
import { amount, costs, date, enumerate, number, period } from "../../site_overrides/assets/js/keuze/woorden.js";

const labels = {
  niet_bekend: "Niet bekend", landelijk: "Landelijk", velden: { randvoorwaarden: "Randvoorwaarden" },
  soort: { aanpak: "Aanpak" }, status: { lopend: "Lopend" }, bewijs: { zwak: "Zwak", sterk: "Sterk" },
  erkenning: { goed: "Goed" }, soort_bron: { rapport: "rapport" }, zekerheid: { geraamd: "geraamd" },
  themas: { wonen: "Wonen" }, doelgroepen: { ouderen: "Ouderen" }, wetten: {}, databanken: { movisie: "Movisie" },
};
const record = {
  id: "a", titel: "A", samenvatting: "Wat <b>het</b> is.", soort: "aanpak", status: "onbekend", gemeentenamen: [],
  themas: ["wonen"], doelgroepen: ["ouderen"], wettelijk_kader: [],
  bewijs: { niveau: "sterk", toelichting: "Onderzocht.", erkenningen: [{ databank: "movisie", niveau: "goed", datum: "2024-05-30" }] },
  kosten: { jaarlijks: { van: 1000, tot: 2000 }, fte: 1.5, prijspeil: "onbekend", zekerheid: "geraamd" },
  contact: { bekend: "nee" },
  weerstand: [{ wat: "De raad twijfelde." }],
  resultaten: [{ uitspraak: "Er kwamen 58 matches.", waarde: 58, eenheid: "matches", jaar: 2019, bron: "Verslag" }],
};
const fact = (id, of = record) => facts(of, labels).find((one) => one.id === id);
const text = (id, of) => fact(id, of).parts.map((part) => part.text ?? part.items);

test("amounts, numbers and dates read as in Dutch", () => {
  assert.deepEqual([1234567, 1234.5, 12, 0.25].map(number), ["1.234.567", "1.234,5", "12", "0,25"]);
  assert.equal(amount({ van: 10000, tot: 20000 }), "€\u00a010.000 tot €\u00a020.000");
  assert.deepEqual(["2019", "2019-05", "2019-05-06", "onbekend", undefined].map(date),
    ["2019", "mei 2019", "6 mei 2019", "datum onbekend", ""]);
  assert.deepEqual([{ van: 2015 }, { van: 2015, tot: 2019 }, { van: 2015, tot: "onbekend" }, { van: "onbekend", tot: 2019 }, undefined].map(period),
    ["sinds 2015", "2015 tot 2019", "2015; einde niet bekend", "tot 2019; begin niet bekend", ""]);
  assert.deepEqual([["a"], ["a", "b", "c"], []].map(enumerate), ["a", "a, b en c", ""]);
  assert.deepEqual([{ eenmalig: 5 }, { per_deelnemer: 5 }, { fte: 2 }, { bekend: "nee" }].map(costs),
    ["€\u00a05 eenmalig", "€\u00a05 per deelnemer", "2 fte", ""]);
});

test("prose becomes paragraphs and lists, without the marks of Markdown", () => {
  assert.deepEqual(blocks("**Wie.** Een\nzin.\n\n- een\n- twee\n  en verder\n\nTot slot.\n\n1. eerst\n2. dan"), [
    { text: "Wie. Een zin." },
    { items: ["een", "twee en verder"], numbered: false },
    { text: "Tot slot." },
    { items: ["eerst", "dan"], numbered: true },
  ]);
  assert.deepEqual(blocks("onbekend"), []);
  assert.deepEqual(blocks(undefined), []);
});

test("text that only looks like Markdown or HTML stays as it is", () => {
  for (const words of ["2 * 3 * 4", "snake_case_naam", "<img src=x onerror=alert(1)>", "a - b", "5 < 6 & 7 > 2"]) {
    assert.equal(plain(words), words);
  }
  assert.equal(plain("[hier](https://a.nl/x)"), "hier (https://a.nl/x)");
  assert.equal(plain("_schuin_ en *ook*"), "schuin en ook");
});

test("facts are complete and unknown ones are empty", () => {
  assert.deepEqual(text("plaats"), ["Landelijk"]);
  assert.deepEqual(text("status"), []);
  assert.deepEqual(text("bewijs"), ["Sterk (2 van 2)"]);
  assert.deepEqual(text("erkenning"), ["Goed, Movisie, 30 mei 2024"]);
  assert.deepEqual(text("kosten"), [["Per jaar: €\u00a01.000 tot €\u00a02.000", "Formatie (fte): 1,5", "Prijspeil: niet bekend", "Zekerheid: geraamd"]]);
  assert.deepEqual(text("weerstand"), ["De raad twijfelde.", "Hoe het verderging: niet bekend."]);
  assert.deepEqual(text("resultaten"), ["Er kwamen 58 matches. (Bron: Verslag, over 2019)"]);
  assert.deepEqual(text("wat"), ["Wat <b>het</b> is."]);
  assert.deepEqual(text("contact"), []);
});

test("a figure that its claim leaves out is said", () => {
  const other = { ...record, resultaten: [{ uitspraak: "Meer matches.", waarde: 1100, eenheid: "matches", bron: "Verslag" }] };
  assert.deepEqual(text("resultaten", other), ["1.100 matches: Meer matches. (Bron: Verslag)"]);
});

test("only an address of the web becomes a link", () => {
  const other = { ...record, contact: { website: "javascript:alert(1)", telefoon: "14 0317", email: "a@b.nl" } };
  assert.deepEqual(fact("contact", other).parts.map((part) => part.href), ["tel:140317", "mailto:a@b.nl"]);
});

test("a row says whether its facts differ", () => {
  const of = (...values) => values.map((value) => ({ story: false, parts: value ? [{ text: value }] : [] }));
  assert.equal(relation(of("a", "a")), "Gelijk");
  assert.equal(relation(of("a", "b")), "Verschilt");
  assert.equal(relation(of("a", "b", "")), "Verschilt");
  assert.equal(relation(of("a", "")), "Niet overal bekend");
  assert.equal(relation(of("", "")), "");
  assert.equal(relation(of("a")), "");
  const stories = (...values) => of(...values).map((fact) => ({ ...fact, story: true }));
  assert.equal(relation(stories("a", "b")), "");
  assert.equal(relation(stories("a", "")), "Niet overal bekend");
});
