// What is personal or was pasted along, in whatever field it stands: as generator/check/texts.py.
import { createPersonSearch } from "./persoonlijk.js";
import { createRemainsSearch } from "./resten.js";
import { findTracking } from "./volgen.js";

/** Every text in the values of a record, with its path. */
function* textsIn(value, path = []) {
  if (typeof value === "string") yield [path, value];
  else {
    const steps = Array.isArray(value) ? value.map((one, at) => [at, one]) : Object.entries(value);
    for (const [step, below] of steps) yield* textsIn(below, [...path, step]);
  }
}

/** Takes the names of the model's `teksten`; gives a search for { code, path, context } in clean values. */
export function createTextCheck({ tekencodes, afdelingen }) {
  const remainsIn = createRemainsSearch(tekencodes);
  const personsIn = createPersonSearch(afdelingen);

  /** `geheel` is the text as it should be, where that is certain: a button offers it. */
  function* findIn(text, path) {
    for (const [waarde, soort] of personsIn(text)) yield { code: "persoonsgegeven", path, context: { waarde, soort, geheel: "" } };
    for (const [code, context, geheel] of remainsIn(text)) yield { code, path, context: { ...context, geheel } };
    for (const { address, part, clean } of findTracking(text)) {
      yield { code: "volgcode", path, context: { deel: part, voorbeeld: clean, geheel: text.replace(address, () => clean) } };
    }
  }

  return (values) =>
    [...textsIn(values)].flatMap(([path, text]) => {
      const found = [...findIn(text, path)];
      const told = found.map(({ code, context: { waarde, deel } }) => `${code} ${waarde ?? deel}`);
      return found.filter((_, at) => told.indexOf(told[at]) === at);
    });
}
