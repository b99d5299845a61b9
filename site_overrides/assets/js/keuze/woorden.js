// Amounts, dates and places as Dutch readers write them. generator/view/formats.py does the same for pages;
// tests/test_selection.py compares the two on every record.
const UNKNOWN = "onbekend";
const MONTHS =
  "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** 1234.5 -> "1.234,5" */
export function number(value) {
  const [whole, decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return decimals ? `${grouped},${decimals}` : grouped;
}

/** 309586 -> "€ 309.586"; a range -> "€ 10.000 tot € 20.000" */
export function amount(value) {
  return typeof value === "object" ? `${amount(value.van)} tot ${amount(value.tot)}` : `€\u00a0${number(value)}`;
}

/** "2019" -> "2019", "2019-05" -> "mei 2019", "2019-05-06" -> "6 mei 2019" */
export function date(text) {
  if (!text) return "";
  if (text === UNKNOWN) return "datum onbekend";
  const [year, month, day] = text.split("-");
  return [day && String(Number(day)), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** { van: 2015 } -> "sinds 2015"; nothing when not known. */
export function period(value) {
  const { van, tot } = value ?? {};
  if (van === undefined || van === UNKNOWN) return tot && tot !== UNKNOWN ? `tot ${tot}; begin niet bekend` : "";
  if (tot === undefined) return `sinds ${van}`;
  return tot === UNKNOWN ? `${van}; einde niet bekend` : `${van} tot ${tot}`;
}

/** The costs in one line: the first of per year, once, per participant, staff; nothing when not known. */
export function costs(value) {
  if (value.jaarlijks !== undefined) return `${amount(value.jaarlijks)} per jaar`;
  if (value.eenmalig !== undefined) return `${amount(value.eenmalig)} eenmalig`;
  if (value.per_deelnemer !== undefined) return `${amount(value.per_deelnemer)} per deelnemer`;
  return value.fte === undefined ? "" : `${number(value.fte)} fte`;
}

/** ["a", "b", "c"] -> "a, b en c" */
export function enumerate(names) {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

/** The municipalities of a record in a few words, or that it is national. */
export function place(names, labels) {
  const few = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} andere gemeenten`] : names;
  return enumerate(few) || labels.landelijk;
}

/** Publisher, date and kind of a source. */
export function sourceDetails(source, labels) {
  const publisher = source.uitgever === UNKNOWN ? "uitgever onbekend" : source.uitgever;
  return `${publisher}, ${date(source.datum)} (${labels.soort_bron[source.soort]})`;
}
