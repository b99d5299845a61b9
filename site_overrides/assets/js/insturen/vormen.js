// What each kind of value accepts, as generator/parse/fields.py: null, or [diagnostic code, context].
import { lengthOf } from "./tekst.js";
import { dayExists } from "./voorstel.js";

const INTEGER = /^-?(?:0|[1-9][0-9]{0,14})$/;
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$/;
const THOUSANDS = /^-?[1-9][0-9]{0,2}\.[0-9]{3}$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const PARTIAL_DATE = /^[0-9]{4}(?:-[0-9]{2})?$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;
const UNKNOWN = "onbekend";
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

const inYears = (text) => Number(text.slice(0, 4)) >= FIRST_YEAR && Number(text.slice(0, 4)) <= LAST_YEAR;

function measure(value, { min, max }) {
  const length = lengthOf(value);
  if (min !== undefined && length < min) return ["te-kort", { min, lengte: length }];
  if (max !== undefined && length > max) return ["te-lang", { max, lengte: length }];
  return null;
}

function atLeast(value, { minimum }) {
  return minimum !== undefined && Number(value) < minimum ? ["te-klein", { waarde: Number(value), min: minimum }] : null;
}

function integer(value, node) {
  return INTEGER.test(value) ? atLeast(value, node) : ["geen-getal", {}];
}

function number(value, node) {
  return NUMBER.test(value) && !THOUSANDS.test(value) ? atLeast(value, node) : ["geen-getal", {}];
}

function year(value, { van, tot }) {
  if (value === UNKNOWN) return null;
  const fits = /^[0-9]{4}$/.test(value) && Number(value) >= van && Number(value) <= tot;
  return fits ? null : ["geen-jaar", { van, tot }];
}

function day(value) {
  if (!DATE.test(value) || !inYears(value)) return ["geen-datum", {}];
  return dayExists(value) ? null : ["dag-bestaat-niet", {}];
}

function partialDate(value) {
  if (value === UNKNOWN) return null;
  if (DATE.test(value)) return day(value);
  const fits = PARTIAL_DATE.test(value) && inYears(value) && (value.length < 6 || (value.slice(5) >= "01" && value.slice(5) <= "12"));
  return fits ? null : ["geen-datum", { deel: true }];
}

function url(value) {
  const found = /^https?:\/\/([^/?#]*)/i.exec(value);
  const clean = /^[\x20-\x7e]*$/.test(value) && !/[ <>"'\\`{}|^]/.test(value);
  const [host, port = ""] = (found?.[1] ?? "").toLowerCase().split(/:(.*)/s);
  return found && clean && !port && HOST.test(host.replace(/\.+$/, "")) ? null : ["geen-url", {}];
}

const shaped = (code) => (value, { patroon }) => (new RegExp(patroon).test(value) ? null : [code, {}]);

/** By `vorm` of a node. Lists and blocks are not here: toets.js walks those. */
export const KINDS = {
  tekst: measure,
  regel: (value, node) => measure(value, node) ?? (value.includes("\n") ? ["meer-regels", {}] : null),
  keuze: (value, { keuzes }) => (keuzes.includes(value) ? null : ["keuze", { keuzes }]),
  euro: (value) => (INTEGER.test(value) && !value.startsWith("-") ? null : ["geen-bedrag", {}]),
  geheel: integer,
  getal: number,
  jaar: year,
  dag: day,
  datum: partialDate,
  url: (value, node) => measure(value, node) ?? url(value),
  email: shaped("geen-email"),
  telefoon: shaped("geen-telefoon"),
  id: (value, { max, patroon }) => (value.length <= max && new RegExp(patroon).test(value) ? null : ["geen-id", {}]),
};
