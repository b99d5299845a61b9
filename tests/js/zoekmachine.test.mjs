import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createSearchEngine } from "../../site_overrides/assets/js/zoekmachine.js";

const fetched = [];
const engine = createSearchEngine(async (path) => {
  fetched.push(path);
  return JSON.parse(readFileSync(join(process.env.SITE, "zoek", path), "utf-8"));
});
const ids = async (question) => (await engine.search(question)).results.map(({ id }) => id);

const FOUND = {
  "the name of a practice": ["leertafel", "leertafel"],
  "an inflection": ["schuld signaleren", "vroegsignalering-schulden"],
  "a slip of the finger": ["omgekerde toets", "omgekeerde-toets"],
  "a slip at the beginning": ["dmeentie", "geheugenhuis"],
  "a compound written apart": ["maatwerk budget", "maatwerkbudget"],
  "a part of a compound": ["verordening", "omgekeerde-verordening"],
  "another word for the same": ["vergeetachtigheid", "geheugenhuis"],
  "an abbreviation": ["LVB", "digitale-stadswerkplaats"],
  "a compound that no text holds": ["dementiehuis", "geheugenhuis"],
  "the beginning of a word": ["kwaliteitsk", "kwaliteitskompas"],
  "a municipality": ["Wageningen", "samen-wageningen"],
  "a sentence": ["hoe kan ik mijn geheugen laten testen", "geheugenhuis"],
};
for (const [what, [question, id]] of Object.entries(FOUND)) {
  test(`${what} finds its practice first: ${question}`, async () => assert.ok((await ids(question)).slice(0, 3).includes(id)));
}

test("a result found by another word says by which", async () => {
  const { results } = await engine.search("mentorschap");
  assert.deepEqual(results.find(({ id }) => id === "schulden-en-beschermingsbewind").via, ["beschermingsbewind"]);
});

test("an inflection of another word is understood, though no text holds it", async () => {
  const { results } = await engine.search("betalingsprobleem");
  assert.ok(results.some(({ via }) => via.includes("schulden")));
});

test("a slip is answered and mended, and the mended question finds the same", async () => {
  const slip = await engine.search("Intervizie met collega's");
  assert.equal(slip.didYouMean, "intervisie met collega's");
  assert.deepEqual(slip.results.map(({ id }) => id), await ids(slip.didYouMean));
});

test("documents come best first, and more of them can be shown", async () => {
  const { docs, scores, results } = await engine.search("wijkteam", { limit: 2 });
  assert.equal(results.length, 2);
  assert.ok(docs.length > 4);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  const more = await engine.show(docs.slice(2, 4));
  assert.deepEqual(more.map(({ doc }) => doc), docs.slice(2, 4));
});

test("hand-written pages are found too, apart from practices", async () => {
  const { pages } = await engine.search("privacy");
  assert.deepEqual(pages.map(({ url }) => url), ["privacy/"]);
});

test("nothing found leads to what lies near", async () => {
  const { docs, nearest, unknown } = await engine.search("qxqxqxqx");
  assert.equal(docs.length, 0);
  assert.deepEqual(unknown, ["qxqxqxqx"]);
  assert.deepEqual(Object.keys(nearest), ["terms", "themes"]);
});

test("of an endless question only the beginning counts", async () => {
  assert.deepEqual(await ids("dementie ".repeat(2000)), await ids("dementie ".repeat(2000).slice(0, 200)));
});

test("no file is fetched twice, and hostile questions break nothing", async () => {
  for (const question of ["<img src=x onerror=alert(1)>", "__proto__ constructor", "", "   ", "()[]\\", "a".repeat(5000), "💥 ‮"]) {
    await engine.search(question);
  }
  assert.deepEqual(fetched.filter((path, at) => fetched.indexOf(path) !== at), []);
});
