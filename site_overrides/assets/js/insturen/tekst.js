// Text as the generator sees it: cleaned, counted in characters, shown on one line, made into an address.

// Characters that hide or turn text around, as in generator/messages.py.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]/gu;
const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const LINE_START = /^[ \t\u00a0\u202f\u3000]+/gm;
const LATIN = /[^\u0000-\u007f]/g;

/** A text without what nobody can see or meant, as `clean` of generator/write/record.py. */
export function clean(text) {
  const visible = String(text).replace(LINE_END, "\n").replace(INVISIBLE, "").replaceAll("\t", " ");
  return visible.replace(LINE_START, (found) => " ".repeat(found.length)).trim();
}

/** The number of characters, an emoji being one. */
export function lengthOf(text) {
  return [...text].length;
}

/** The text on one line, with a mark where an invisible character stands. */
export function onOneLine(text) {
  const line = /[\n\t]/.test(text) ? text.split(/\s+/).filter(Boolean).join(" ") : text;
  return line.replace(INVISIBLE, "\ufffd").replaceAll("##[", "## [");
}

/** The lowercase ascii form of a name that folders and addresses use, as `slugify` of the generator. */
export function slugify(name) {
  const ascii = name.normalize("NFKD").replace(LATIN, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}
