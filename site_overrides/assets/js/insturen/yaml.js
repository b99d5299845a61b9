// Values to the text of a record: the same bytes as generator/write/record.py, where every rule is explained.
import { lengthOf } from "./tekst.js";
import { filled } from "./waarden.js";

const MODELINE = "# yaml-language-server: $schema=../../schema/practice.schema.json";
const WIDTH = 100;
const PLAIN = /^(?!(?:~|null|Null|NULL|---|\.\.\.|<<)$)[^\s\-?:,[\]{}#&*!|>'"%@`=](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<!\s)$/u;
const AMBIGUOUS = / - |^[^\p{L}\p{N}_(+€]/u;

/** The text of a practice's file, from its values under the keys of the model. */
export function writeRecord(fields, values) {
  const lines = Object.entries(filled(fields, values)).flatMap(([name, value]) => field(name, value, 0));
  return `${[MODELINE, ...lines].join("\n")}\n`;
}

function field(name, value, depth) {
  const indent = "  ".repeat(depth);
  if (typeof value === "string") {
    const [first, ...below] = text(value, indent.length + lengthOf(name) + 2, depth + 1);
    return [`${indent}${name}: ${first}`, ...below];
  }
  if (Array.isArray(value) && !value.length) return [`${indent}${name}: []`];
  return [`${indent}${name}:`, ...block(value, depth + 1)];
}

function block(value, depth) {
  if (Array.isArray(value)) return value.flatMap((one) => item(one, depth));
  return Object.entries(value).flatMap(([name, one]) => field(name, one, depth));
}

function item(value, depth) {
  const indent = "  ".repeat(depth);
  const [first, ...below] =
    typeof value === "string" ? text(value, indent.length + 2, depth + 1) : block(value, depth + 1);
  return [`${indent}- ${first.trimStart()}`, ...below];
}

/** A text as the rest of its line, and the lines below it. */
function text(value, start, depth) {
  const indent = "  ".repeat(depth);
  if (value.includes("\n")) return ["|-", ...value.split("\n").map((line) => (line ? indent + line : ""))];
  if (start + lengthOf(value) > WIDTH) return folded(value, indent);
  return [PLAIN.test(value) && !AMBIGUOUS.test(value) ? value : quoted(value)];
}

function quoted(value) {
  if (value.includes("'") && !/["\\]/.test(value)) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

function folded(value, indent) {
  const lines = [];
  for (const piece of value.split(/(?<=\S) (?=\S)/u)) {
    const last = lines.length - 1;
    if (lines.length && lengthOf(lines[last]) + 1 + lengthOf(piece) <= WIDTH) lines[last] += ` ${piece}`;
    else lines.push(indent + piece);
  }
  return [">-", ...lines];
}

