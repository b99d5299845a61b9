// "Bedoelde u": the candidate most like a text, and the municipality that a name stands for.
const LIKELY = 72; // As in generator/registers/registers.py, where it is measured.

/** The candidate most like the value, or "" when none is near; the ratio of rapidfuzz, of the first that is best. */
export function suggest(value, candidates) {
  let [best, found] = [0, ""];
  for (const candidate of candidates) {
    const score = ratio(value.toLowerCase(), candidate.toLowerCase());
    if (score > best && score >= LIKELY) [best, found] = [score, candidate];
  }
  return found;
}

/** Twice the longest common subsequence of the letters, as a share of all, times 100. */
function ratio(one, other) {
  const [a, b] = [[...one], [...other]];
  let before = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    const row = [0];
    for (let at = 1; at <= b.length; at += 1) {
      row.push(letter === b[at - 1] ? before[at - 1] + 1 : Math.max(before[at], row[at - 1]));
    }
    before = row;
  }
  return a.length + b.length ? (200 * before[b.length]) / (a.length + b.length) : 100;
}

/**
 * Takes the register of the form's model: `nu` and `opgeheven` (name by code, present and abolished), `gesplitst`
 * (successors by code) and `namen` (what a lowercase name may stand for).
 */
export class Municipalities {
  constructor({ nu, opgeheven, gesplitst, namen }) {
    Object.assign(this, { present: nu, abolished: opgeheven, split: gesplitst, names: new Map(Object.entries(namen)) });
  }

  /** The name that belongs to a code, or "". */
  name(code) {
    return (Object.hasOwn(this.present, code) && this.present[code]) || (Object.hasOwn(this.abolished, code) && this.abolished[code]) || "";
  }

  /** What is wrong with a code, as [diagnostic code, context], or null. */
  problem(code) {
    if (Object.hasOwn(this.split, code)) {
      const choices = this.split[code].map((one) => `${one} (${this.name(one)})`);
      return ["gesplitste-gemeente", { waarde: code, naam: this.name(code), keuzes: choices }];
    }
    if (this.name(code)) return null;
    const meant = this.meant(code);
    if (meant.length === 1 && this.name(meant[0])) {
      return ["onbekende-gemeente", { waarde: code, bedoeld: meant[0], naam: this.name(meant[0]) }];
    }
    const shown = meant.map((one) => (this.name(one) ? `${one} (${this.name(one)})` : `de provincie ${one}`));
    return ["onbekende-gemeente", { waarde: code, mogelijk: shown.join(" of ") }];
  }

  /** What a name, a number or a code that was typed otherwise may stand for; nothing when unclear. */
  meant(text) {
    const digits = /^(?:gm)? ?(\d{1,4})$/.exec(text.toLowerCase());
    if (digits) {
      const code = `GM${digits[1].padStart(4, "0")}`;
      return this.name(code) ? [code] : [];
    }
    const name = text.toLowerCase().replaceAll("’", "'").replace(/^gemeente /, "");
    return this.names.get(name) ?? this.names.get(suggest(name, this.names.keys())) ?? [];
  }
}
