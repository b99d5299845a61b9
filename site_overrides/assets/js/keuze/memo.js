// The annex to a memo: a table of all practices, then one sheet for each, with sources and addresses in full.
import { element, nodes } from "./dom.js";
import { evidence, facts } from "./feiten.js";
import { addressOf } from "./gegevens.js";
import { count } from "./keuze.js";
import { costs, place, sourceDetails } from "./woorden.js";

const BRIEF = ["doelgroepen", "status", "periode", "bewijs", "erkenning", "kosten", "contact"];
const TOLD = ["bewijs-uitleg", "kosten-uitleg", "besparing", "weerstand", "resultaten"];
const COLUMNS = ["Praktijk", "Plaats", "Voor wie", "Bewijs", "Kosten", "Status"];

function summaryRow(record, labels) {
  const groups = record.doelgroepen.map((id) => labels.doelgroepen[id]).join(", ");
  const status = record.status === "onbekend" ? labels.niet_bekend : labels.status[record.status];
  const cells = [place(record.gemeentenamen, labels), groups, evidence(record, labels),
    costs(record.kosten) || labels.niet_bekend, status];
  return element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, record.titel),
    ...cells.map((text, at) => element("td", { role: "cell", "data-kop": COLUMNS[at + 1] }, text)),
  );
}

/** The roles are those of the elements; on a narrow screen the style sheet would otherwise take them away. */
function summary(records, labels) {
  const heads = COLUMNS.map((name) => element("th", { scope: "col", role: "columnheader" }, name));
  return element(
    "table",
    { class: "tabel memo__tabel", role: "table" },
    element("caption", {}, "De praktijken in het kort"),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
    element("tbody", { role: "rowgroup" }, ...records.map((record) => summaryRow(record, labels))),
  );
}

function source(found, labels) {
  const address = found.url ? [" ", element("a", { href: found.url }, found.url)] : [];
  return element("li", {}, `${found.titel}. ${sourceDetails(found, labels)}.`, ...address);
}

function sheet(record, labels) {
  const all = new Map(facts(record, labels).map((fact) => [fact.id, fact]));
  const brief = BRIEF.map((id) => all.get(id)).map((fact) =>
    element("div", {}, element("dt", {}, fact.label), element("dd", {}, ...nodes(fact.parts, labels.niet_bekend))),
  );
  const told = TOLD.map((id) => all.get(id)).filter((fact) => fact.parts.length || fact.id === "weerstand");
  const sections = told.flatMap((fact) => [element("h4", {}, fact.label), ...nodes(fact.parts, labels.niet_bekend)]);
  const sources = element("ol", { class: "bronnen" }, ...record.bronnen.map((one) => source(one, labels)));
  const address = addressOf(record);
  return element(
    "article",
    { class: "memo__praktijk", "data-id": record.id },
    element("h3", {}, record.titel),
    element("p", { class: "memo__plaats" }, `${place(record.gemeentenamen, labels)} · ${record.eigenaar.naam}`),
    element("p", {}, record.samenvatting),
    element("dl", { class: "memo__feiten" }, ...brief),
    ...sections,
    element("h4", {}, "Bronnen"),
    sources,
    element("p", { class: "klein" }, "Vaste link: ", element("a", { href: address }, address)),
  );
}

/** Records, labels, the address of the selection and today in words in; what stands in the annex out. */
export function memo(records, labels, address, today) {
  return [
    element("h2", {}, `Bijlage: ${count(records.length)} uit Gouden Praktijken`),
    element("p", {}, `Geraadpleegd op ${today}. Wat niemand weet, heet hier niet bekend; dat is geen nul.`),
    summary(records, labels),
    element("p", { class: "klein" }, "Deze selectie: ", element("a", { href: address }, address)),
    element("p", { class: "klein" }, "Teksten: CC BY 4.0. Noem bij gebruik Gouden Praktijken en de bron."),
    ...records.map((record) => sheet(record, labels)),
  ];
}
