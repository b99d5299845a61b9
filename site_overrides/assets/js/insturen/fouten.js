// What is wrong, at the fields and in a list at the top of a step. Messages are those of `praktijken check`.
import { element } from "../keuze/dom.js";

/** Where a problem is shown when the form has a better place than the field that `check` names. */
const ELSEWHERE = {
  "gestopt-zonder-lessen": () => ["lessen"],
  "samengevoegd-zonder-opvolger": () => ["vervangen_door"],
  "toelichting-ontbreekt": ([block]) => [block, "toelichting"],
  "kosten-leeg": () => ["kosten", "bekend"],
  "contact-leeg": () => ["contact", "bekend"],
};
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!…]$/.test(text) ? "" : "."}`;

/** A missing block as the fields that it must have, or where to say how it may be left unknown. */
export function placed(problem, nodeAt) {
  const elsewhere = ELSEWHERE[problem.code];
  if (elsewhere) return [{ ...problem, path: elsewhere(problem.path) }];
  const node = problem.code === "ontbrekend-veld" ? nodeAt(problem.path) : undefined;
  if (node?.vorm !== "blok") return [problem];
  const needed = node.velden.filter(({ verplicht }) => verplicht);
  const names = needed.length ? needed.map(({ naam }) => naam) : ["bekend"];
  return names.map((name) => ({ ...problem, bericht: problem.bericht.replace(/'\w+'/, `'${name}'`), path: [...problem.path, name] }));
}

/** Takes what places and changes fields (formulier.js). */
export function createErrors(form, fields, change) {
  function clear() {
    for (const box of form.querySelectorAll(".veld__fout")) box.replaceChildren();
    for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const field of form.querySelectorAll(".veld--fout")) field.classList.remove("veld--fout");
  }

  /** Show problems ({ path, bericht, tip, voorstel }) at their fields, each path as it is in the form. */
  function show(problems) {
    clear();
    for (const problem of problems) {
      const { element: field, box } = fields.place(problem.path);
      if (!box) continue;
      const warns = problem.soort !== "fout";
      const message = warns ? `Let op: ${problem.bericht}` : problem.bericht;
      box.append(element("p", {}, element("strong", {}, sentence(message)), " ", ...advice(problem, field)));
      if (warns) continue;
      box.closest(".veld").classList.add("veld--fout");
      for (const control of controlsOf(field)) control.setAttribute("aria-invalid", "true");
    }
  }

  /** What to do: the change itself as a button when that is certain, words otherwise. */
  function advice(problem, field) {
    const { voorstel, tip } = problem;
    const range = /^\{van: (\d+), tot: (\d+)\}$/.exec(voorstel);
    const single = field.matches("input:not([type]), input[type=text]");
    if (!voorstel || problem.code === "landelijk" || !(single || field.matches(".veld--bedrag"))) return [sentence(tip)];
    const parts = range ? range.slice(1) : [voorstel];
    const label = range ? `${parts[0]} tot ${parts[1]}` : voorstel;
    return [
      element(
        "button",
        { type: "button", class: "knop knop--klein", onclick: () => change(field, parts) },
        `Verander in ${label}`,
      ),
    ];
  }

  /** A list of problems, each a link that `goTo` its field. */
  function summarise(box, heading, problems, more, goTo) {
    const items = problems.map((problem) => {
      const { element: field } = fields.place(problem.path);
      const link = element("a", { href: `#${field?.id ?? ""}` }, `${nameOf(field)}: ${problem.bericht}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(field);
      });
      return element("li", {}, link);
    });
    box.replaceChildren(element("h3", {}, heading), element("ul", {}, ...items), ...more);
    box.hidden = !problems.length;
  }

  return { show, clear, summarise };
}

function controlsOf(field) {
  if (field.matches("input, select, textarea")) return [field];
  return field.matches(".veld--bedrag") ? [...field.querySelectorAll("input")] : [];
}

/** The label or legend of a field, with the item of a list that it belongs to. */
function nameOf(field) {
  if (!field) return "";
  const own = field.matches("fieldset") ? field.querySelector("legend") : document.querySelector(`label[for="${field.id}"]`);
  const item = field.closest(".herhaal__deel")?.querySelector("legend");
  const bare = [item, own].filter(Boolean).map((label) => {
    const copy = label.cloneNode(true);
    for (const extra of copy.querySelectorAll(".veld__mag, .alleen-voorlezen")) extra.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  });
  return [...new Set(bare)].join(", ");
}

/** Bring someone to a field: to the field itself, or the first thing in a group that can be changed. */
export function focusOn(field) {
  const control = field?.matches("input, select, textarea") ? field : field?.querySelector("input, select, textarea, button");
  control?.focus();
  (field ?? control)?.scrollIntoView({ block: "nearest" });
}
