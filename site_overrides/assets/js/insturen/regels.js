// Rules over more than one field, as generator/parse/rules.py; `names` are the field names that those rules go by.
import { suggest } from "./lijken.js";

const mapping = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {});
const items = (value) => (Array.isArray(value) ? value.map(mapping) : []);
const found = (code, path, context = {}) => ({ code, path, context });

function lifeEnds({ status, lessen, vervangen_door: successor }) {
  const lessons = status === "gestopt" && !lessen ? [found("gestopt-zonder-lessen", ["status"])] : [];
  const merged = status === "samengevoegd" && !successor ? [found("samengevoegd-zonder-opvolger", ["status"])] : [];
  return [...lessons, ...merged];
}

function inOrder(value, path, code) {
  const { van = "", tot = "" } = mapping(value);
  const compared = /^\d{1,15}$/.test(van) && /^\d{1,15}$/.test(tot) && Number(tot) < Number(van);
  return compared ? [found(code, [...path, "tot"], { van, tot })] : [];
}

function boundsInOrder({ periode, kosten }, { bedragen }) {
  const costs = mapping(kosten);
  const amounts = bedragen.flatMap((name) => inOrder(costs[name], ["kosten", name], "bereik-omgekeerd"));
  const saving = inOrder(mapping(costs.bespaart).bedrag, ["kosten", "bespaart", "bedrag"], "bereik-omgekeerd");
  return [...inOrder(periode, ["periode"], "periode-omgekeerd"), ...amounts, ...saving];
}

function costsComplete({ kosten: costs }, { bedragen, cijfers, genoeg, herkomst }) {
  if (!costs) return [];
  if (costs.bekend === "nee") {
    const given = cijfers.filter((name) => name in costs);
    return [
      ...(given.length ? [found("kosten-tegenspraak", ["kosten", "bekend"], { velden: given })] : []),
      ...explained(costs, "kosten", "Geen bron noemt bedragen."),
    ];
  }
  const empty = (costs.bekend ?? "ja") === "ja" && !genoeg.some((name) => name in costs);
  const absent = Object.keys(herkomst).filter((name) => !(name in costs));
  const amount = bedragen.find((name) => name in costs);
  return [
    ...(empty ? [found("kosten-leeg", ["kosten"])] : []),
    ...(amount && absent.length
      ? [found("bedrag-zonder-herkomst", ["kosten", amount], { velden: absent, voorbeeld: absent.map((name) => herkomst[name]).join("\n") })]
      : []),
  ];
}

function explained(block, name, example) {
  return "toelichting" in block ? [] : [found("toelichting-ontbreekt", [name, "bekend"], { voorbeeld: example })];
}

function contactReachable({ contact }) {
  if (!contact) return [];
  if (contact.bekend === "nee") return explained(contact, "contact", "De bronnen noemen geen adres.");
  const reachable = ["email", "telefoon", "website"].some((name) => name in contact);
  return (contact.bekend ?? "ja") === "ja" && !reachable ? [found("contact-leeg", ["contact"])] : [];
}

function figuresHaveUnits({ resultaten }) {
  return items(resultaten).flatMap((result, at) =>
    "waarde" in result && !("eenheid" in result) ? [found("eenheid-ontbreekt", ["resultaten", at, "waarde"])] : [],
  );
}

/** Every place that names a source, with the title that it names. */
function namedSources({ resultaten, overgenomen_door: adoptions, kosten }) {
  const lists = Object.entries({ resultaten, overgenomen_door: adoptions });
  const named = lists.flatMap(([name, list]) => items(list).map((item, at) => [[name, at, "bron"], item.bron]));
  const costs = mapping(kosten);
  return [...named, [["kosten", "bron"], costs.bron], [["kosten", "bespaart", "bron"], mapping(costs.bespaart).bron]];
}

function sourcesListed(values) {
  const titles = items(values.bronnen).map(({ titel }) => String(titel ?? "None"));
  const unknown = namedSources(values).filter(([, title]) => title !== undefined && !titles.includes(title));
  return unknown.map(([path, title]) => found("onbekende-bron", path, { waarde: title, bedoeld: suggest(title, titles) }));
}

/** All problems that lie between fields, as { code, path, context }. */
export function checkRules(values, names) {
  const rules = [lifeEnds, boundsInOrder, costsComplete, contactReachable, figuresHaveUnits, sourcesListed];
  return rules.flatMap((rule) => rule(values, names));
}
