// The comparison: its address names the practices, and every change is a new address.
import { kept } from "./bewaren.js";
import { button, describeMissing, element, nodes, showMessages, spoken } from "./keuze/dom.js";
import { facts, relation } from "./keuze/feiten.js";
import { addressOf, loadLabels, loadRecords } from "./keuze/gegevens.js";
import { MOST_COMPARED, readQuery, without, writeQuery } from "./keuze/keuze.js";

const TITLE = document.title;
const part = (name) => document.getElementById(`vergelijk-${name}`);

/** Go to the address of other practices; `focus` finds what gets the focus after. */
function change(ids, focus) {
  history.pushState(null, "", writeQuery(ids) || location.pathname);
  return show().then(() => focus()?.focus());
}

const firstRemoval = () => part("bord").querySelector("thead button") ?? part("erbij").querySelector("select");

function header(record, ids) {
  const remove = () => change(without(ids, record.id), firstRemoval);
  return element(
    "th",
    { scope: "col", role: "columnheader" },
    element("a", { href: addressOf(record) }, record.titel),
    button("Haal weg", `: ${record.titel}`, remove),
  );
}

function cell(fact, record, labels) {
  const name = element("p", { class: "vergelijk__naam" }, record.titel);
  return element("td", { role: "cell" }, name, ...nodes(fact.parts, labels.niet_bekend));
}

function row(columns, place, records, labels) {
  const across = columns.map((facts) => facts[place]);
  const word = relation(across);
  const mark = word ? element("span", { class: "vergelijk__merk" }, spoken(": "), word) : "";
  return element(
    "tr",
    { role: "row", class: word && word !== "Gelijk" ? "vergelijk__anders" : undefined },
    element("th", { scope: "row", role: "rowheader" }, across[0].label, mark),
    ...across.map((fact, column) => cell(fact, records[column], labels)),
  );
}

/** The roles are those of the elements; on a narrow screen the style sheet would otherwise take them away. */
function table(records, labels, ids) {
  const columns = records.map((record) => facts(record, labels));
  const corner = element("th", { scope: "col", role: "columnheader" }, "Onderwerp");
  const heads = element("tr", { role: "row" }, corner, ...records.map((record) => header(record, ids)));
  const rows = columns[0].map((_, place) => row(columns, place, records, labels));
  return element(
    "table",
    { class: "vergelijk", role: "table" },
    element("caption", {}, "Bij feiten staat of ze gelijk zijn of verschillen. Lopende tekst verschilt altijd."),
    element("thead", { role: "rowgroup" }, heads),
    element("tbody", { role: "rowgroup" }, ...rows),
  );
}

function describe(records) {
  if (!records.length) return "Er is nog geen praktijk gekozen om te vergelijken.";
  const titles = records.map((record) => record.titel).join(", ");
  if (records.length === 1) return `U ziet één praktijk: ${titles}. Zet er een tweede naast om te vergelijken.`;
  return `${records.length} praktijken naast elkaar: ${titles}.`;
}

/** Offer what the reader keeps and does not compare yet. */
async function offer(ids) {
  const others = kept.read().filter((id) => !ids.includes(id));
  const { records } = ids.length < MOST_COMPARED ? await loadRecords(others) : { records: [] };
  part("keuze").replaceChildren(...records.map((record) => element("option", { value: record.id }, record.titel)));
  part("erbij").hidden = !records.length;
}

function makeScrollable(board) {
  const scrolls = board.scrollWidth > board.clientWidth;
  for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": "Vergelijking" })) {
    if (scrolls) board.setAttribute(name, value);
    else board.removeAttribute(name);
  }
}

let turn = 0;

async function show() {
  const mine = ++turn;
  const { ids: named, refused } = readQuery(location.search);
  const ids = named.slice(0, MOST_COMPARED);
  let labels;
  let found;
  try {
    [labels, found] = await Promise.all([loadLabels(), loadRecords(ids)]);
  } catch {
    part("stand").textContent = "De gegevens konden niet worden geladen. Probeer het later nog eens.";
    return;
  }
  if (mine !== turn) return;
  const { records, missing } = found;
  part("bord").replaceChildren(...(records.length ? [table(records, labels, ids)] : []));
  makeScrollable(part("bord"));
  const tooMany = named.length > ids.length ? [`U ziet de eerste ${MOST_COMPARED} van ${named.length} praktijken.`] : [];
  showMessages(part("meldingen"), [...describeMissing(refused, missing), ...tooMany]);
  part("mee").hidden = !records.length;
  document.title = records.length ? `Vergelijk ${records.map((one) => one.titel).join(" en ")} - ${TITLE}` : TITLE;
  await offer(ids);
  part("stand").textContent = describe(records);
}

part("erbij").addEventListener("submit", (event) => {
  event.preventDefault();
  const { ids } = readQuery(location.search);
  change([...ids.slice(0, MOST_COMPARED - 1), part("keuze").value], firstRemoval);
});
part("druk").addEventListener("click", () => print());
new ResizeObserver(() => makeScrollable(part("bord"))).observe(part("bord"));
addEventListener("popstate", show);
show();
