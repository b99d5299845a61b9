// Answers a set of questions with the code and the index that readers get.
// Usage: node benchmarks/search_run.mjs --site SITE QUERIES.json     ([{qid, query}] in; {qid: [ids]} out, ten each)
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ options: { site: { type: "string" } }, allowPositionals: true });
if (!values.site || positionals.length !== 1) {
  console.error("usage: node benchmarks/search_run.mjs --site SITE QUERIES.json");
  process.exit(2);
}
const site = resolve(values.site);
const { createSearchEngine } = await import(pathToFileURL(join(site, "assets/js/zoekmachine.js")));
const engine = createSearchEngine(async (path) => JSON.parse(await readFile(join(site, "zoek", path), "utf-8")));
const answers = {};
for (const { qid, query } of JSON.parse(await readFile(positionals[0], "utf-8"))) {
  const { results } = await engine.search(query, { limit: 10 });
  answers[qid] = results.map(({ id }) => id);
}
console.log(JSON.stringify(answers));
