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
function phrases({ bedoeld = "", naam = "", mogelijk = "", voorstel = "", voorbeeld = "", deel = "", ouder = "" }) {
  const meant = naam ? `${bedoeld} (${naam})` : bedoeld ? `'${bedoeld}'` : mogelijk;
  return {
    bedoelde_u: meant ? `; bedoelde u ${meant}?` : "",
    voorstel: voorstel || bedoeld,
    bijvoorbeeld: voorbeeld ? `; bijvoorbeeld: ${voorbeeld}` : "",
    datumvorm: deel ? PARTIAL_DATE : "jaar-maand-dag, bijvoorbeeld 2026-11-22",
    plek: ouder ? `bij ${ouder} een regel toe, recht onder de andere` : "een regel toe, zonder spaties ervoor",
  };
}

function shown(key, value) {
  if (Array.isArray(value)) return value.map((one) => shown(key, one)).join(", ");
  if (value === false || value === null || value === undefined) return "";
  const text = onOneLine(value === true ? "True" : String(value));
  if (key === "voorbeeld" || lengthOf(text) <= SHOWN_LENGTH) return text;
  return `${[...text].slice(0, SHOWN_LENGTH - 1).join("")}…`;
}
