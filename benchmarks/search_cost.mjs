// What a question costs a reader: compressed bytes until the first result, code included, and time in the engine.
// Usage: node benchmarks/search_cost.mjs --site SITE QUERIES.json     ([{qid, query}])
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const { values, positionals } = parseArgs({ options: { site: { type: "string" } }, allowPositionals: true });
if (!values.site || positionals.length !== 1) {
  console.error("usage: node benchmarks/search_cost.mjs --site SITE QUERIES.json");
  process.exit(2);
}
const site = resolve(values.site);
const { createSearchEngine } = await import(pathToFileURL(join(site, "assets/js/zoekmachine.js")));
const gzipped = async (path) => gzipSync(await readFile(join(site, path))).length;

/** All modules that these import, themselves included. */
async function modulesOf(...paths) {
  const found = new Set(paths);
  for (const path of found) {
    const text = await readFile(join(site, path), "utf-8");
    for (const [, name] of text.matchAll(/^import .* from "(.+)";$/gm)) found.add(join(dirname(path), name));
  }
  return [...found];
}
const scripts = await modulesOf("assets/js/zoeken.js", "assets/js/zoek/werker.js");
const code = (await Promise.all(scripts.map(gzipped))).reduce((a, b) => a + b);

async function cost(query) {
  const files = new Map();
  const engine = createSearchEngine(async (path) => {
    const data = await readFile(join(site, "zoek", path));
    files.set(path, gzipSync(data).length);
    return JSON.parse(data);
  });
  const begin = performance.now();
  await engine.search(query);
  const cold = performance.now() - begin;
  const again = performance.now();
  await engine.search(query);
  const bytes = [...files.values()].reduce((a, b) => a + b);
  return { bytes, files: files.size, cold, warm: performance.now() - again };
}

const questions = JSON.parse(await readFile(positionals[0], "utf-8"));
await cost(questions[0].query);
const costs = [];
for (const { query } of questions) costs.push({ query, ...(await cost(query)) });
const summary = (name, unit = "") => {
  const sorted = costs.map((one) => one[name]).sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] * 10) / 10;
  return `median ${at(0.5)}${unit}, 95 % ${at(0.95)}${unit}, most ${at(1)}${unit}`;
};
console.log(`code: ${code} bytes`);
console.log(`index: ${summary("bytes", " bytes")}; files: ${summary("files")}`);
console.log(`first question, files from disk and compressed for the count: ${summary("cold", " ms")}`);
console.log(`again: ${summary("warm", " ms")}`);
