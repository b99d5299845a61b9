// The reader's selection, or one that an address names: to put in order, to compare and to take along.
import { kept, refresh } from "./bewaren.js";
import { button, describeMissing, element, showMessages } from "./keuze/dom.js";
import { addressOf, loadLabels, loadRecords, ROOT } from "./keuze/gegevens.js";
import { count, MOST_COMPARED, MOST_KEPT, move, readQuery, without, writeQuery } from "./keuze/keuze.js";
import { memo } from "./keuze/memo.js";
import { ods, TYPE as ODS } from "./keuze/ods.js";
import { KEY } from "./keuze/opslag.js";
import { csv, dayInWords, dayOf, practiceSheet, sheets } from "./keuze/rekenblad.js";
import { evidence } from "./keuze/feiten.js";
import { costs, place } from "./keuze/woorden.js";
import { xlsx, TYPE as XLSX } from "./keuze/xlsx.js";
import { zip } from "./keuze/zip.js";

const FILE = "selectie-gouden-praktijken";
const part = (name) => document.getElementById(`selectie-${name}`);
const isShared = () => new URLSearchParams(location.search).has("p");

/** What the page shows now; the files and the memo hold exactly this. */
let shown = { records: [], labels: {} };
/** Ids whose box is ticked for the comparison; null as long as the reader touched none. */
let ticked = null;

const shownIds = () => shown.records.map((record) => record.id);
const shownAddress = () => new URL(`selectie/${writeQuery(shownIds())}`, ROOT).href;
const current = () => (isShared() ? readQuery(location.search).ids : kept.read());

/** Change what is shown: one's own selection in the storage, a shared one in the address. */
async function change(ids, message, focus) {
  if (isShared()) history.pushState(null, "", writeQuery(ids) || "?p=");
  else kept.write(ids);
  refresh();
  await show(message);
  (focus() ?? part("stand")).focus();
}

const buttonOf = (id, action) => () => document.querySelector(`[data-id="${id}"] [data-actie="${action}"]`);

function moveTo(record, places) {
  const ids = move(current(), record.id, places);
  const message = `${record.titel} staat nu op plaats ${ids.indexOf(record.id) + 1} van ${ids.length}.`;
  const wanted = places < 0 ? "omhoog" : "omlaag";
  const other = places < 0 ? "omlaag" : "omhoog";
  const usable = (found) => found && !found.disabled && found;
  return change(ids, message, () => usable(buttonOf(record.id, wanted)()) || buttonOf(record.id, other)());
}

function remove(record) {
  const ids = current();
  const rest = without(ids, record.id);
  const next = rest[Math.min(ids.indexOf(record.id), rest.length - 1)];
  return change(rest, `${record.titel} is weggehaald. ${describe(rest.length)}`, buttonOf(next, "weg"));
}

function comparedIds() {
  const ids = shownIds();
  return ticked ? ids.filter((id) => ticked.has(id)) : ids.length <= MOST_COMPARED ? ids : [];
}

function tick(id, on) {
  ticked = new Set(comparedIds());
  if (on) ticked.add(id);
  else ticked.delete(id);
  showCompare();
}

function showCompare() {
  const ids = comparedIds();
  const fits = ids.length > 1 && ids.length <= MOST_COMPARED;
  const href = new URL(`vergelijken/${writeQuery(ids)}`, ROOT).href;
  const entry = fits
    ? element("a", { href, class: "knop" }, `Vergelijk ${count(ids.length)}`)
    : "Vink twee tot vier praktijken aan om ze te vergelijken.";
  part("vergelijk").replaceChildren(entry);
}

function item(record, at, labels) {
  const action = (label, name, onclick, disabled) => button(label, `: ${record.titel}`, onclick, { "data-actie": name, disabled });
  const box = element("input", { type: "checkbox", id: `vergelijk-${record.id}` });
  box.checked = comparedIds().includes(record.id);
  box.addEventListener("change", () => tick(record.id, box.checked));
  const details = [place(record.gemeentenamen, labels), evidence(record, labels), `kosten: ${(costs(record.kosten) || labels.niet_bekend).toLowerCase()}`];
  return element(
    "li",
    { "data-id": record.id },
    element("h2", {}, element("a", { href: addressOf(record) }, record.titel)),
    element("p", { class: "klein" }, details.join(" · ")),
    element(
      "div",
      { class: "knoppen" },
      element("span", { class: "selectie__vink" }, box, element("label", { for: box.id }, "Vergelijk", element("span", { class: "alleen-voorlezen" }, ` ${record.titel}`))),
      action("Omhoog", "omhoog", () => moveTo(record, -1), at === 0),
      action("Omlaag", "omlaag", () => moveTo(record, 1), at === shown.records.length - 1),
      action("Haal weg", "weg", () => remove(record)),
    ),
  );
}

function describe(number) {
  if (isShared()) return `${count(number)} in de gedeelde selectie.`;
  return number ? `${count(number)} in uw selectie.` : "Uw selectie is leeg.";
}

function showShared(ids) {
  const own = kept.read();
  part("gedeeld").hidden = !isShared() || !ids.length;
  part("uitleg").textContent =
    `U bekijkt een selectie die met u is gedeeld. Uw eigen selectie (${count(own.length)}) is niet veranderd.`;
  part("bewaar").disabled = ids.every((id) => own.includes(id));
}

/** Practices that got another id are kept under the new one from now on. */
function rename(ids) {
  if (isShared()) history.replaceState(null, "", writeQuery(ids));
  else kept.write(ids);
}

let turn = 0;

async function show(message) {
  const mine = ++turn;
  const { ids, refused } = isShared() ? readQuery(location.search) : { ids: kept.read(), refused: [] };
  let found;
  let labels;
  try {
    [labels, found] = await Promise.all([loadLabels(), loadRecords(ids)]);
  } catch {
    part("stand").textContent = "De gegevens konden niet worden geladen. Probeer het later nog eens.";
    return;
  }
  if (mine !== turn) return;
  const { records, missing } = found;
  if (found.ids.join() !== ids.join()) rename(found.ids);
  shown = { records, labels };
  part("lijst").replaceChildren(...records.map((record, at) => item(record, at, labels)));
  part("leeg").hidden = records.length > 0;
  part("inhoud").hidden = !records.length;
  part("memo").hidden = !records.length;
  part("memo").replaceChildren(...(records.length ? memo(records, labels, shownAddress(), dayInWords(new Date())) : []));
  part("adres").value = shownAddress();
  showCompare();
  showShared(shownIds());
  showMessages(part("meldingen"), describeMissing(refused.filter(Boolean), missing));
  part("stand").textContent = message ?? describe(records.length);
}

function download(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  // The browser has taken the file by then; without this it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const FILES = {
  csv: ({ records, labels }) => ["text/csv;charset=utf-8", [csv(practiceSheet(records, labels, addressOf))]],
  xlsx: (all) => [XLSX, zip(xlsx(workbook(all)))],
  ods: (all) => [ODS, zip(ods(workbook(all)))],
};

function workbook({ records, labels }) {
  return sheets(records, labels, { addressOf, address: shownAddress(), today: dayOf(new Date()) });
}

function take(kind) {
  const [type, parts] = FILES[kind](shown);
  download(`${FILE}.${kind}`, type, parts);
  part("stand").textContent = `${count(shown.records.length)} als ${kind.toUpperCase()} opgeslagen.`;
}

async function copy() {
  part("adres").select();
  try {
    await navigator.clipboard.writeText(part("adres").value);
    part("stand").textContent = "De link is gekopieerd.";
  } catch {
    part("stand").textContent = "Kopiëren mag niet van uw browser. De link is geselecteerd: kopieer hem zelf.";
  }
}

function keepShared() {
  const ids = [...new Set([...kept.read(), ...shownIds()])].slice(0, MOST_KEPT);
  kept.write(ids);
  refresh();
  showShared(shownIds());
  part("stand").textContent = `Bewaard. ${count(ids.length)} in uw eigen selectie.`;
}

part("stand").tabIndex = -1;
for (const one of document.querySelectorAll("[data-bestand]")) {
  one.addEventListener("click", () => take(one.dataset.bestand));
}
part("druk").addEventListener("click", () => print());
part("kopieer").addEventListener("click", copy);
part("bewaar").addEventListener("click", keepShared);
addEventListener("popstate", () => show());
addEventListener("storage", (event) => (event.key === KEY || event.key === null) && show());
show();
