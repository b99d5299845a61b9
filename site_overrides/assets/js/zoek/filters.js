// The panel of filters: a group of checkboxes per facet, with counts. It is made once; later only counts, checks and
// what is shown change, so that the focus stays where it is.
import { shownOptions } from "./facetten.js";
import { element } from "./weergave.js";

const LONG = 30; // A facet with more options than this has a box to find one by name.
const OPEN = new Set(["zoals", "thema", "bewijs"]); // Groups that stand open where there is room.
const SPOKEN = "alleen-voorlezen";

/**
 * Takes the element to fill, whether groups stand open, and what to do: `toggle(facet, option)` and `chooseMine(code)`.
 * `show({ facets, towns, counts, state })` brings the panel up to date.
 */
export function createFilters(box, { open, toggle, chooseMine }) {
  const groups = new Map();
  let like;

  function show(view) {
    like ??= makeLike(view.towns, chooseMine);
    if (!like.whole.isConnected) box.append(like.whole);
    for (const facet of view.facets) {
      if (groups.get(facet.id)?.facet !== facet) addGroup(facet, view);
      groups.get(facet.id).update(view.counts.get(facet.id), view.state.choices[facet.id] ?? []);
    }
    const compared = view.facets.some(({ id }) => id === "zoals");
    like.update(view.state.mine, compared ? groups.get("zoals").whole : null);
  }

  function addGroup(facet, { state }) {
    const inner = facet.id === "zoals";
    const group = makeGroup(facet, inner, (option) => toggle(facet.id, option));
    groups.set(facet.id, group);
    if (inner) return;
    group.whole.open = (open && OPEN.has(facet.id)) || Boolean(state.choices[facet.id]);
    box.append(group.whole);
  }

  return { show };
}

/** A facet as a group that folds; inside another group it is a fieldset only. */
function makeGroup(facet, inner, onChange) {
  const look = { all: false, text: "", kept: new Set() };
  const rows = facet.options.map((option) => makeRow(facet, option, onChange));
  const list = element("ul", rows.map(({ item }) => item), { class: "filter__opties" });
  const chosenCount = element("span", [], { class: "filter__gekozen" });
  const none = element("p", "Niets gevonden.", { class: "klein", hidden: "" });
  const more = element("button", [], { type: "button", class: "filter__meer", "aria-expanded": "false", hidden: "" });
  const fields = element("fieldset", [element("legend", facet.label, { class: SPOKEN })]);
  let counts;

  const arrange = () => {
    const shown = new Set(shownOptions(facet, counts, look));
    rows.forEach((row, at) => row.place(shown.has(at)));
    none.hidden = shown.size > 0;
    const total = shownOptions(facet, counts, { ...look, all: true, text: "" }).length;
    more.hidden = Boolean(look.text) || (!look.all && total <= shown.size);
    more.textContent = look.all ? "Toon minder" : `Toon alle ${total}`;
    more.setAttribute("aria-expanded", String(look.all));
  };
  more.addEventListener("click", () => {
    look.all = !look.all;
    arrange();
  });
  if (facet.options.length > LONG) {
    fields.append(finder(facet, (text) => {
      look.text = text;
      arrange();
    }));
  }
  fields.append(list, none, more);
  const summary = element("summary", [element("span", facet.label), chosenCount]);
  const whole = inner ? fields : element("details", [summary, fields], { class: "filter", "data-facet": facet.id });

  function update(newCounts, chosen) {
    counts = newCounts;
    chosen.forEach((option) => look.kept.add(option));
    facet.options.forEach(({ id }, at) => rows[at].update(counts[at], chosen.includes(id)));
    chosenCount.textContent = chosen.length ? ` (${chosen.length})` : "";
    arrange();
  }
  return { facet, whole, update };
}

function makeRow(facet, { id, label }, onChange) {
  const check = element("input", [], { type: "checkbox", name: facet.id, value: id });
  const count = element("span", [], { class: "aantal" });
  const unit = element("span", [], { class: SPOKEN });
  count.append("", unit);
  const item = element("li", element("label", [check, element("span", label, { class: "filter__naam" }), count]));
  let before;
  let shown = true;
  check.addEventListener("change", () => onChange(id));
  return {
    item,
    place(isShown) {
      if (isShown !== shown) item.hidden = !(shown = isShown);
    },
    update(number, chosen) {
      check.checked = chosen;
      if (number === before) return;
      before = number;
      item.classList.toggle("filter__leeg", !number);
      count.firstChild.data = String(number);
      unit.textContent = number === 1 ? " praktijk" : " praktijken";
    },
  };
}

function finder(facet, onText) {
  const id = `filter-zoek-${facet.id}`;
  const input = element("input", [], { type: "text", id, class: "filter__vak" });
  input.addEventListener("input", () => onText(input.value));
  // Enter would send the form in; there is nothing to send.
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  return element("div", [element("label", `${facet.label} zoeken`, { for: id, class: "filter__label" }), input]);
}

/** The group in which the reader's municipality is chosen, and compared with. */
function makeLike(towns, chooseMine) {
  const byName = [...towns].sort((a, b) => a.label.localeCompare(b.label, "nl"));
  const choices = byName.map(({ code, label }) => element("option", label, { value: code }));
  const select = element("select", [element("option", "Kies uw gemeente", { value: "" }), ...choices], {
    id: "filter-mijn",
    class: "filter__vak",
  });
  const kept = "Uw keuze wordt alleen bewaard in deze browser.";
  const near = "In de buurt zijn uw gemeente en de acht die er hemelsbreed het dichtst bij liggen.";
  const note = element("p", kept, { class: "klein" });
  const place = element("div");
  const label = element("label", "Mijn gemeente", { for: "filter-mijn", class: "filter__label" });
  const summary = element("summary", element("span", "Gemeenten zoals de mijne"));
  const whole = element("details", [summary, label, select, place, note], { class: "filter", open: "" });
  select.addEventListener("change", () => chooseMine(select.value));
  return {
    whole,
    update(mine, group) {
      select.value = mine;
      if (group !== place.firstChild) place.replaceChildren(...(group ? [group] : []));
      note.textContent = group ? `${near} ${kept}` : kept;
    },
  };
}
