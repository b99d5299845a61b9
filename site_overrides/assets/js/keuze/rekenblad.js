// A selection as rows of typed cells: what the CSV, XLSX and ODS all hold.
import { evidence } from "./feiten.js";
import { amount, costs, date, period, place, sourceDetails } from "./woorden.js";

const text = (value) => ({ type: "text", value: value ?? "" });
const figure = (value) => (typeof value === "number" ? { type: "number", value } : text(""));
const day = (value) => (value ? { type: "date", value } : text(""));
const named = (labels, ids) => text((ids ?? []).map((id) => labels[id] ?? id).join("; "));
const lowest = (value) => figure(typeof value === "object" ? value.van : value);
const highest = (value) => figure(typeof value === "object" ? value.tot : value);

const PRACTICE_COLUMNS = [
  ["id", (record) => text(record.id)],
  ["Titel", (record) => text(record.titel)],
  ["Plaats", (record, labels) => text(place(record.gemeentenamen, labels))],
  ["Eigenaar", (record) => text(record.eigenaar.naam)],
  ["Samenvatting", (record) => text(record.samenvatting)],
  ["Soort", (record, labels) => text(labels.soort[record.soort])],
  ["Status", (record, labels) => text(record.status === "onbekend" ? labels.niet_bekend : labels.status[record.status])],
  ["Wanneer", (record, labels) => text(period(record.periode) || labels.niet_bekend)],
  ["Thema's", (record, labels) => named(labels.themas, record.themas)],
  ["Doelgroepen", (record, labels) => named(labels.doelgroepen, record.doelgroepen)],
  ["Wetten", (record, labels) => named(labels.wetten, record.wettelijk_kader)],
  ["Bewijs", (record, labels) => text(evidence(record, labels))],
  ["Bewijsniveau (1 tot 5)", (record, labels) => figure(Object.keys(labels.bewijs).indexOf(record.bewijs.niveau) + 1)],
  ["Erkenningen", (record, labels) => named(labels.erkenning, record.bewijs.erkenningen.map((grant) => grant.niveau))],
  ["Kosten", (record, labels) => text(costs(record.kosten) || labels.niet_bekend)],
  ["Eenmalig vanaf (euro)", (record) => lowest(record.kosten.eenmalig)],
  ["Eenmalig tot (euro)", (record) => highest(record.kosten.eenmalig)],
  ["Per jaar vanaf (euro)", (record) => lowest(record.kosten.jaarlijks)],
  ["Per jaar tot (euro)", (record) => highest(record.kosten.jaarlijks)],
  ["Per deelnemer vanaf (euro)", (record) => lowest(record.kosten.per_deelnemer)],
  ["Per deelnemer tot (euro)", (record) => highest(record.kosten.per_deelnemer)],
  ["Formatie (fte)", (record) => figure(record.kosten.fte)],
  ["Deelnemers per jaar", (record) => figure(record.kosten.deelnemers_per_jaar)],
  ["Prijspeil (jaar)", (record) => figure(record.kosten.prijspeil)],
  ["Besparing volgens de bron", (record) => text(record.kosten.bespaart ? amount(record.kosten.bespaart.bedrag) : "")],
  ["Contact", (record) => text(record.contact.organisatie)],
  ["E-mail", (record) => text(record.contact.email)],
  ["Telefoon", (record) => text(record.contact.telefoon)],
  ["Toegevoegd op", (record) => day(record.toegevoegd_op)],
  ["Gecontroleerd op", (record) => day(record.gecontroleerd_op)],
  ["Adres", (record, labels, addressOf) => text(addressOf(record))],
];
const SOURCE_COLUMNS = ["id", "Bron", "Uitgever, datum en soort", "Adres"];

/** Records in; the sheet with one row for each, below a row of names. */
export function practiceSheet(records, labels, addressOf) {
  const rows = records.map((record) => PRACTICE_COLUMNS.map(([, cell]) => cell(record, labels, addressOf)));
  return { name: "Praktijken", rows: [PRACTICE_COLUMNS.map(([name]) => text(name)), ...rows] };
}

/** Records in; the sheets of a workbook out: the practices, their sources, and where it all comes from. */
export function sheets(records, labels, { addressOf, address, today }) {
  const sources = records.flatMap((record) =>
    record.bronnen.map((source) => [record.id, source.titel, sourceDetails(source, labels), source.url].map(text)),
  );
  const origin = [
    [text("Herkomst"), text("Gouden Praktijken")],
    [text("Adres van deze selectie"), text(address)],
    [text("Geraadpleegd op"), day(today)],
    [text("Licentie"), text("CC BY 4.0: noem Gouden Praktijken en de bron")],
  ];
  return [
    practiceSheet(records, labels, addressOf),
    { name: "Bronnen", rows: [SOURCE_COLUMNS.map(text), ...sources] },
    { name: "Herkomst", rows: origin },
  ];
}

// What a spreadsheet would run as a formula; the rule of generator/render/exports.py.
const FORMULA = /^[=+\-@\t\r]/;

/** A sheet as CSV, with a mark by which Excel knows that it is UTF-8. */
export function csv(sheet) {
  const cell = ({ type, value }) => {
    const safe = type === "text" && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${sheet.rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** The day of a moment where the reader is, as "2026-11-22". */
export function dayOf(moment) {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** A day in full Dutch words. */
export const dayInWords = (moment) => date(dayOf(moment));
