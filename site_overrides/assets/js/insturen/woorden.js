// A finding in words, as `describe` of generator/messages.py: what its code says, filled from its context.
import { lengthOf, onOneLine } from "./tekst.js";

const SHOWN_LENGTH = 80;
const PARTIAL_DATE = "jaar, jaar-maand of jaar-maand-dag: 2019, 2019-05 of 2019-05-30; of onbekend";

/** Takes the wordings of the model by code ({ bericht, tip, zeker, soort }); gives { bericht, tip, soort }. */
export function describe(wordings, code, field, context) {
  const wording = wordings[code];
  const words = { veld: shown("veld", field) };
  for (const [key, value] of Object.entries(context)) words[key] = shown(key, value);
  Object.assign(words, phrases(words));
  const tip = wording.zeker && words.voorstel ? wording.zeker : wording.tip;
  return { bericht: fill(wording.bericht, words), tip: fill(tip, words), soort: wording.soort };
}

function fill(template, words) {
  return template.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
}

/** The parts of sentences that are there or not, depending on what the finding knows. */
function phrases({ bedoeld = "", naam = "", mogelijk = "", voorstel = "", deel = "", ouder = "", ...words }) {
  const example = pasted(words.voorbeeld ?? "");
  const meant = naam ? `${bedoeld} (${naam})` : bedoeld ? `'${bedoeld}'` : mogelijk;
  return {
    bedoelde_u: meant ? `; bedoelde u ${meant}?` : "",
    voorstel: voorstel || bedoeld,
    anders: otherwise(Boolean(words.mag_onbekend), Boolean(words.mag_weg)),
    voorbeeld: example,
    bijvoorbeeld: example ? `; bijvoorbeeld:${example}` : "",
    datumvorm: deel ? PARTIAL_DATE : "jaar-maand-dag, bijvoorbeeld 2026-11-22",
    plek: ouder ? `dit toe bij ${ouder}, recht onder de andere regels` : "dit toe, zonder spaties ervoor",
  };
}

/** Several lines, to paste, get lines of their own. */
function pasted(example) {
  return example && `${example.includes("\n") ? "\n" : " "}${example}`;
}

function otherwise(mayBeUnknown, mayGo) {
  const [unknown, gone] = ["schrijf onbekend als niemand het weet", "haal de regel weg"];
  if (mayBeUnknown && mayGo) return `, ${unknown}, of ${gone}`;
  return mayBeUnknown || mayGo ? `, of ${mayBeUnknown ? unknown : gone}` : "";
}

function shown(key, value) {
  if (key === "voorbeeld" && typeof value === "string") return value.split("\n").map(onOneLine).join("\n");
  if (Array.isArray(value)) return value.map((one) => shown(key, one)).join(", ");
  if (value === false || value === null || value === undefined) return "";
  const text = onOneLine(value === true ? "True" : String(value));
  if (lengthOf(text) <= SHOWN_LENGTH) return text;
  return `${[...text].slice(0, SHOWN_LENGTH - 1).join("")}…`;
}
