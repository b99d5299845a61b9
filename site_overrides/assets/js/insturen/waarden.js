// The values of a record: text, lists and objects under the keys of the model. Nothing else is known of the form.
import { clean } from "./tekst.js";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The nodes below a node, by name: those of a block, or of the items of a list. */
export function fieldsOf(node) {
  return node?.velden ?? node?.item?.velden ?? [];
}

/**
 * The values as they are written: cleaned, in the order of the model, unknown fields last, without what is empty.
 * An empty list stays where the record must have that field. As `_filled` of generator/write/record.py.
 */
export function filled(fields, values) {
  const known = fields.filter(({ naam }) => naam in values).map(({ naam }) => naam);
  const names = new Set([...known, ...Object.keys(values)]);
  const found = {};
  for (const name of names) {
    const node = fields.find(({ naam }) => naam === name);
    const value = withoutEmpty(node, values[name]);
    const needed = node?.verplicht && Array.isArray(value);
    if (needed || !isEmpty(value)) found[name] = value;
  }
  return found;
}

export function withoutEmpty(node, value) {
  if (isObject(value)) return filled(fieldsOf(node), value);
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(node, item)).filter((item) => !isEmpty(item));
  return value === null || value === undefined ? "" : clean(value);
}

export function isEmpty(value) {
  return typeof value === "string" ? value === "" : Object.keys(value).length === 0;
}

/** The node of the field at a path of names and numbers; that of its list for an item. */
export function nodeAt(fields, path) {
  let node = { velden: fields };
  for (const step of path) {
    if (typeof step === "number") continue;
    node = fieldsOf(node).find(({ naam }) => naam === step);
    if (!node) return undefined;
  }
  return node;
}

/** A path as people read it: `resultaten[2].bron`, counting from 1. */
export function dotted(path) {
  return path.map((step) => (typeof step === "number" ? `[${step + 1}]` : `.${step}`)).join("").replace(/^\./, "");
}
