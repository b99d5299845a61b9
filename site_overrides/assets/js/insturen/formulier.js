// The fields of the page: what stands in them as values of a record, and values put into them.
import { clean } from "./tekst.js";
import { isEmpty, withoutEmpty } from "./waarden.js";

const NUMBER = "NR"; // As in generator/view/form.py.
const NUMBERED = ["id", "for", "name", "aria-describedby", "data-pad", "data-onbekend", "data-teller"];
const stepsOf = (pad) => pad.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
const get = (values, path) => path.reduce((at, step) => at?.[step], values);

function put(values, path, value) {
  let at = values;
  path.forEach((step, place) => {
    const last = place === path.length - 1;
    if (last) at[step] = value;
    else at = at[step] ??= typeof path[place + 1] === "number" ? [] : {};
  });
}

/** Takes the form, the municipalities of the check, and what turns typed text into the id of a practice. */
export function createFields(form, municipalities, idOf) {
  const all = (selector, within = form) => [...within.querySelectorAll(selector)];
  const isTick = (control) => control.type === "checkbox" && !control.dataset.onbekend;
  const ticked = new Map(); // By path: the choices in the order in which they were made.
  const listOf = (pad) => form.querySelector(`[data-herhaal="${pad}"]`);

  function codeOf(text) {
    const name = text.toLowerCase().replaceAll("’", "'").replace(/^gemeente /, "");
    const meant = municipalities.names.get(name) ?? [];
    return meant.length === 1 && municipalities.name(meant[0]) ? meant[0] : text;
  }

  function nameOf(code) {
    const name = municipalities.name(code);
    return name && codeOf(name) === code ? name : code;
  }

  /** What stands in a control; undefined when it has nothing to say. */
  function valueOf(control) {
    if (control.disabled) return undefined;
    if (control.type === "radio" || control.type === "checkbox") return control.checked ? control.value : undefined;
    if ("regels" in control.dataset) return control.value.split("\n");
    if ("gemeente" in control.dataset) return codeOf(clean(control.value));
    return "praktijkId" in control.dataset ? idOf(clean(control.value)) : control.value;
  }

  /** All that stands in the form, under the keys of the model; lists also when they are empty. */
  function values() {
    const found = {};
    for (const { dataset } of all("[data-herhaal]")) put(found, stepsOf(dataset.herhaal), []);
    for (const control of all("[data-pad]")) {
      const [path, value] = [stepsOf(control.dataset.pad), valueOf(control)];
      if (isTick(control)) put(found, path, [...(ticked.get(control.dataset.pad) ?? [])]);
      else if (value !== undefined) put(found, path, value);
    }
    for (const control of all("[data-bedrag][data-pad$='.van']")) {
      const path = stepsOf(control.dataset.pad).slice(0, -1);
      const amount = get(found, path);
      if (!clean(amount.tot)) put(found, path, amount.van);
    }
    return found;
  }

  /** Show a value in a control; tells whether it fits there. */
  function show(control, value) {
    const text = value === undefined ? "" : String(value);
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = Array.isArray(value) ? value.includes(control.value) : text === control.value;
      if (isTick(control)) tick(control);
      if (control.dataset.onbekend) document.getElementById(control.dataset.onbekend).disabled = control.checked;
      return control.checked;
    }
    if (form.querySelector(`[data-onbekend="${control.id}"]`) && text === "onbekend") {
      control.value = "";
      return false;
    }
    if ("bron" in control.dataset) offer(control, text);
    if ("regels" in control.dataset) control.value = (value ?? []).join("\n");
    else control.value = "gemeente" in control.dataset ? nameOf(text) : text;
    return control.value !== "" || text === "";
  }

  function tick({ dataset: { pad }, value, checked }) {
    const others = (ticked.get(pad) ?? []).filter((one) => one !== value);
    ticked.set(pad, checked ? [...others, value] : others);
  }

  function offer(select, title) {
    if (title && ![...select.options].some(({ value }) => value === title)) select.add(new Option(title, title));
  }

  /** Let every choice of a source show the titles of the sources there are. */
  function refreshSources() {
    const titles = [...new Set(all("[data-pad^='bronnen.'][data-pad$='.titel']").map(({ value }) => clean(value)))].filter(Boolean);
    for (const select of all("select[data-bron]")) {
      const chosen = select.value;
      select.replaceChildren(select.options[0], ...titles.map((title) => new Option(title, title)));
      offer(select, chosen);
      select.value = chosen;
    }
  }

  /** Let what refers to a source follow when its title changes. */
  function renameSource(before, after) {
    const following = all("select[data-bron]").filter(({ value }) => before && value === before);
    refreshSources();
    for (const select of following) {
      offer(select, after);
      select.value = after;
    }
    refreshSources();
  }

  function addItem(list) {
    const made = list.querySelector("template").content.firstElementChild.cloneNode(true);
    const place = list.querySelector(".herhaal").children.length;
    for (const part of [made, ...made.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = part.getAttribute(name);
        if (value?.includes(NUMBER)) part.setAttribute(name, value.replaceAll(NUMBER, place));
      }
    }
    list.querySelector(".herhaal").append(made);
    number(list);
    return made;
  }

  function number(list) {
    const items = [...list.querySelector(".herhaal").children];
    items.forEach((item, place) => {
      for (const part of item.querySelectorAll("[data-nummer]")) part.textContent = place + 1;
      item.querySelector("[data-actie=omhoog]").disabled = place === 0;
      item.querySelector("[data-actie=omlaag]").disabled = place === items.length - 1;
    });
  }

  /** Show so many empty items in a list. */
  function setItems(list, count) {
    list.querySelector(".herhaal").replaceChildren();
    for (let place = 0; place < count; place += 1) addItem(list);
  }

  /** Put other items in a list, in this order. */
  function fillList(list, items) {
    setItems(list, items.length);
    refreshSources();
    const values = {};
    put(values, stepsOf(list.dataset.herhaal), items);
    for (const control of all("[data-pad]", list)) showAt(control, values);
  }

  function showAt(control, values) {
    const path = stepsOf(control.dataset.pad);
    if (!("bedrag" in control.dataset)) return show(control, get(values, path)) ? path : null;
    const amount = get(values, path.slice(0, -1));
    const [value, taken] = typeof amount === "object" ? [amount?.[path.at(-1)], path] : [path.at(-1) === "van" ? amount : undefined, path.slice(0, -1)];
    return show(control, value) && value !== undefined ? taken : null;
  }

  /** Put the values of a record in the form; gives as [path, text] what has no place there. */
  function fill(values) {
    for (const list of all("[data-herhaal]")) {
      const items = get(values, stepsOf(list.dataset.herhaal));
      setItems(list, Math.max(Array.isArray(items) ? items.length : 0, Number(list.dataset.begin ?? 0)));
    }
    const sources = all("[data-pad^='bronnen.'][data-pad$='.titel']");
    for (const control of sources) showAt(control, values);
    refreshSources();
    const taken = new Set();
    // Ticked in the order of the list, whatever the order of the boxes.
    const rank = ({ dataset, value }) => get(values, stepsOf(dataset.pad))?.indexOf?.(value) ?? -1;
    const boxes = all("[type=checkbox][data-pad]").filter(isTick);
    boxes.sort((one, other) => rank(one) - rank(other));
    for (const control of [...all("[data-pad]").filter((one) => !isTick(one)), ...boxes]) {
      const path = showAt(control, values);
      if (path) taken.add(path.join("."));
    }
    return leavesOf(values).filter(([pad, text]) => text !== "" && !taken.has(pad) && !taken.has(pad.replace(/\.\d+$/, "")));
  }

  /** The same path in the form, where empty items still have a number. */
  function inForm(path, fields) {
    const raw = values();
    return path.map((step, place) => {
      if (typeof step !== "number" || !listOf(path.slice(0, place).join("."))) return step;
      const items = get(raw, path.slice(0, place)) ?? [];
      const held = items.flatMap((item, at) => (isEmpty(withoutEmpty(fields, item)) ? [] : [at]));
      return held[step] ?? step;
    });
  }

  /** The element that a path leads to, or the nearest around it, and the box for what is wrong with it. */
  function place(path) {
    const ids = path.map((_, at) => `veld-${path.slice(0, path.length - at).join("-")}`);
    const found = ids.map((id) => document.getElementById(id)).find(Boolean);
    const box = ids.map((id) => document.getElementById(`${id}-fout`)).find(Boolean);
    return { element: found, box };
  }

  const isSourceTitle = ({ dataset }) => /^bronnen\.\d+\.titel$/.test(dataset.pad ?? "");

  /** Who does not know the costs need not see where they would go, unless something stands there. */
  function foldCosts() {
    const unknown = form.querySelector("[data-pad='kosten.bekend'][value=nee]").checked;
    const asked = all(":scope > .veld", document.getElementById("veld-kosten")).filter(
      (field) => !field.querySelector("[data-pad='kosten.bekend'], [data-pad='kosten.toelichting']"),
    );
    const inUse = asked.some((field) => all("[data-pad]", field).some((control) => valueOf(control)));
    for (const field of asked) field.hidden = unknown && !inUse;
  }

  /** How a choice reads, by its path without numbers. */
  function choiceOf(path, value) {
    if (path === "gemeente") return municipalities.name(value) || value;
    const controls = all("[data-pad]").filter(({ dataset }) => dataset.pad.replace(/\.\d+/g, "") === path);
    const option = controls.flatMap((one) => [...(one.options ?? [])]).find((one) => one.value === value);
    const box = controls.find((one) => one.labels.length && one.value === value && one.type !== "text");
    return option?.text ?? box?.labels[0].textContent ?? value;
  }

  form.addEventListener("change", ({ target }) => isTick(target) && target.dataset.pad && tick(target));

  return { isSourceTitle, foldCosts, choiceOf, values, fill, fillList, addItem, show, refreshSources, renameSource, inForm, place, get, stepsOf };
}

function leavesOf(value, path = []) {
  if (typeof value !== "object" || value === null) return [[path.join("."), String(value ?? "")]];
  return Object.entries(value).flatMap(([step, one]) => leavesOf(one, [...path, step]));
}
