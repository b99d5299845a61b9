// lunr with its Dutch stemmer over the same texts. Usage: node search_rivals.mjs FOLDER DOCUMENTS.json QUERIES.json
// FOLDER holds node_modules; documents are [{id, titel, samenvatting, tekst}].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, documents, queries] = process.argv.slice(2);
const require = createRequire(join(folder, "x.js"));
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support.js")(lunr);
require("lunr-languages/lunr.nl.js")(lunr);
const index = lunr(function () {
  this.use(lunr.nl);
  this.ref("id");
  this.field("titel", { boost: 3 });
  this.field("samenvatting", { boost: 2 });
  this.field("tekst");
  for (const one of JSON.parse(readFileSync(documents, "utf-8"))) this.add(one);
});
const answers = {};
for (const [number, text] of Object.entries(JSON.parse(readFileSync(queries, "utf-8")))) {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  answers[number] = index.search(words).slice(0, 10).map(({ ref }) => ref);
}
console.log(JSON.stringify(answers));
