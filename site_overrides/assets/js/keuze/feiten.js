// A record as labelled facts: what the comparison puts side by side and the memo puts below each other.
import { blocks } from "./proza.js";
import { amount, costs, date, number, period, place } from "./woorden.js";

const words = (text) => (text ? [{ text }] : []);
const list = (items) => (items.length > 1 ? [{ items, numbered: false }] : words(items[0]));
const named = (labels, ids) => list((ids ?? []).map((id) => labels[id] ?? id));
const link = (text, href) => ({ text, href });

/** The level of evidence in words, with its place from weak to strong. */
export function evidence(record, labels) {
  const levels = Object.keys(labels.bewijs);
  const level = record.bewijs.niveau;
  return `${labels.bewijs[level]} (${levels.indexOf(level) + 1} van ${levels.length})`;
}

function recognitions(record, labels) {
  const found = record.bewijs.erkenningen.map(
    (grant) => `${labels.erkenning[grant.niveau]}, ${labels.databanken[grant.databank]}, ${date(grant.datum)}`,
  );
  return found.length ? list(found) : words("Geen erkenning gevonden in een landelijke databank");
}

function costFacts({ kosten }, labels) {
  const amounts = [["Eenmalig", kosten.eenmalig], ["Per jaar", kosten.jaarlijks], ["Per deelnemer", kosten.per_deelnemer]];
  const numbers = [["Formatie (fte)", kosten.fte], ["Vrijwilligersuren per week", kosten.vrijwilligersuren_per_week],
    ["Deelnemers per jaar", kosten.deelnemers_per_jaar]];
  const known = [...amounts.map(([label, value]) => [label, value, amount]), ...numbers.map(([label, value]) => [label, value, number])];
  const facts = known.filter(([, value]) => value !== undefined).map(([label, value, format]) => `${label}: ${format(value)}`);
  if (!costs(kosten)) return [];
  if (kosten.prijspeil !== undefined) {
    facts.push(`Prijspeil: ${kosten.prijspeil === "onbekend" ? labels.niet_bekend.toLowerCase() : kosten.prijspeil}`);
  }
  if (kosten.zekerheid) facts.push(`Zekerheid: ${labels.zekerheid[kosten.zekerheid]}`);
  return list(facts);
}

function saving({ kosten: { bespaart } }) {
  if (!bespaart) return [];
  return [...words(amount(bespaart.bedrag)), ...blocks(bespaart.toelichting), { text: `Bron: ${bespaart.bron}`, small: true }];
}

function resistance(record) {
  return (record.weerstand ?? []).flatMap(({ wat, hoe_overwonnen: how }) => [
    ...blocks(wat),
    ...labelled("Hoe het verderging", how, "Hoe het verderging: niet bekend."),
  ]);
}

function labelled(label, prose, otherwise) {
  const [first, ...rest] = blocks(prose);
  if (!first) return words(otherwise);
  return first.text ? [{ text: `${label}: ${first.text}` }, ...rest] : [{ text: `${label}:` }, first, ...rest];
}

function results(record) {
  return list(
    (record.resultaten ?? []).map((result) => {
      const claim = blocks(result.uitspraak).flatMap((block) => block.items ?? block.text).join(" ");
      const figure = result.waarde === undefined ? "" : number(result.waarde);
      const said = !figure || claim.includes(figure) ? claim : `${figure} ${result.eenheid}: ${claim}`;
      const year = result.jaar === undefined || result.jaar === "onbekend" ? "" : `, over ${result.jaar}`;
      return `${said} (Bron: ${result.bron}${year})`;
    }),
  );
}

function lessons(record) {
  return (record.lessen ?? []).flatMap(({ les, advies }) => [...blocks(les), ...labelled("Advies", advies)]);
}

function contact({ contact: found }) {
  const { organisatie, afdeling, telefoon, email, website } = found;
  const reachable = telefoon || email || website;
  return [
    ...words(organisatie),
    ...words(afdeling),
    ...(telefoon ? [link(telefoon, `tel:${telefoon.replace(/[^+\d]/g, "")}`)] : []),
    ...(email ? [link(email, `mailto:${email}`)] : []),
    ...(website && /^https?:/.test(website) ? [link(website, website)] : []),
    ...(organisatie && !reachable ? words("Nummer en adres niet bekend") : []),
    ...blocks(found.toelichting).map((block) => ({ ...block, small: true })),
  ];
}

/**
 * A record and the labels in; its facts out, always the same in the same order. `parts` is empty when nothing is
 * known. A `story` is prose, which always differs from other prose.
 */
export function facts(record, labels) {
  const fact = (id, label, parts) => ({ id, label, parts, story: false });
  const story = (id, label, parts) => ({ id, label, parts, story: true });
  const status = record.status === "onbekend" ? "" : labels.status[record.status];
  return [
    story("wat", "Wat het is", words(record.samenvatting)),
    fact("plaats", "Waar", words(place(record.gemeentenamen, labels))),
    fact("soort", "Soort", words(labels.soort[record.soort])),
    fact("status", "Status", words(status)),
    fact("periode", "Wanneer", words(period(record.periode))),
    fact("doelgroepen", "Voor wie", named(labels.doelgroepen, record.doelgroepen)),
    fact("themas", "Thema’s", named(labels.themas, record.themas)),
    fact("wet", "Wet", named(labels.wetten, record.wettelijk_kader)),
    fact("bewijs", "Bewijs volgens de bronnen", words(evidence(record, labels))),
    fact("erkenning", "Erkenning door een databank", recognitions(record, labels)),
    story("bewijs-uitleg", "Uitleg bij het bewijs", blocks(record.bewijs.toelichting)),
    fact("kosten", "Kosten", costFacts(record, labels)),
    story("kosten-uitleg", "Uitleg bij de kosten", blocks(record.kosten.toelichting)),
    story("dekking", "Wie betaalt het", blocks(record.kosten.dekking)),
    story("besparing", "Besparing volgens de bron", saving(record)),
    story("weerstand", "Weerstand", resistance(record)),
    story("randvoorwaarden", labels.velden.randvoorwaarden, blocks(record.randvoorwaarden)),
    story("resultaten", "Resultaten", results(record)),
    story("lessen", "Lessen", lessons(record)),
    story("contact", "Contact", contact(record)),
  ];
}

/** The facts of one row in; the word that says how they relate, or nothing where that goes without saying. */
export function relation(row) {
  if (row.length < 2) return "";
  const known = row.filter((fact) => fact.parts.length);
  const different = new Set(known.map((fact) => JSON.stringify(fact.parts))).size;
  if (!row[0].story && different > 1) return "Verschilt";
  if (known.length < row.length) return known.length ? "Niet overal bekend" : "";
  return row[0].story ? "" : "Gelijk";
}
