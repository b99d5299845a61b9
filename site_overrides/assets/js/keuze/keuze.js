// A choice of practices: a list of ids in an order, as it stands in an address or in the browser's storage.

/** Four columns are the most that can be read side by side. */
export const MOST_COMPARED = 4;
/** An address of a hundred ids still fits in every mail. */
export const MOST_KEPT = 100;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 60;

/** Whether a text can be the id of a practice; the rule of generator/parse/fields.py. */
export function isId(text) {
  return typeof text === "string" && text.length <= LONGEST_ID && ID.test(text);
}

/** The query of an address in; the ids that it names, each once, and what is no id. */
export function readQuery(query) {
  const named = [...new Set(new URLSearchParams(query).getAll("p"))];
  return { ids: named.filter(isId).slice(0, MOST_KEPT), refused: named.filter((text) => !isId(text)) };
}

/** The query that names these ids. */
export function writeQuery(ids) {
  return ids.length ? `?${ids.map((id) => `p=${id}`).join("&")}` : "";
}

export function without(ids, id) {
  return ids.filter((one) => one !== id);
}

export function toggle(ids, id) {
  return ids.includes(id) ? without(ids, id) : [...ids, id].slice(-MOST_KEPT);
}

/** Move an id some places; at an end it stays where it is. */
export function move(ids, id, places) {
  const from = ids.indexOf(id);
  const to = Math.min(Math.max(from + places, 0), ids.length - 1);
  return without(ids, id).toSpliced(to, 0, id);
}

export function count(number) {
  return `${number} ${number === 1 ? "praktijk" : "praktijken"}`;
}
