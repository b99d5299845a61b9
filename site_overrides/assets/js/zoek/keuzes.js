// What is chosen, in sight above the results: a button to remove each choice, and what to remove when nothing is left.
import { element } from "./weergave.js";

/** The buttons that take choices away; `choices` are `{ facet, option, label }`. */
export function choiceButtons(choices, { remove, clear }) {
  const chips = choices.map(({ facet, option, label }, at) => {
    const text = [element("span", "Verwijder filter ", { class: "alleen-voorlezen" }), label];
    const made = element("button", [...text, element("span", "×", { "aria-hidden": "true" })], {
      type: "button",
      class: "keuze",
    });
    made.addEventListener("click", () => remove(facet, option, at));
    return made;
  });
  if (!chips.length) return [];
  const all = element("button", "Wis alles", { type: "button", class: "keuze keuze--wis" });
  all.addEventListener("click", clear);
  return [...chips, all];
}

/** For a state without results: which filter to take away, with what that gives. */
export function removalAdvice(alternatives, removeFacet) {
  const buttons = alternatives
    .filter(({ count }) => count)
    .map(({ facet, count }) => {
      const made = element("button", `${facet.label} (${count})`, { type: "button", class: "keuze" });
      made.addEventListener("click", () => removeFacet(facet.id));
      return made;
    });
  if (!buttons.length) return element("p", "Eén filter weghalen is hier niet genoeg. Haal er meer weg.");
  return element("p", ["Haal een filter weg, dan ziet u weer praktijken: ", ...buttons.flatMap((one) => [one, " "])]);
}
