// Lists that grow, shrink and change order, with buttons; the focus stays where someone was.
import { focusOn } from "./fouten.js";

/** Does what a button in a list says; gives what to say about it. */
export function changeList(fields, button) {
  const list = button.closest("[data-herhaal]");
  const items = fields.get(fields.values(), fields.stepsOf(list.dataset.herhaal));
  const item = button.closest(".herhaal__deel");
  const place = item ? [...item.parentElement.children].indexOf(item) : items.length;
  const name = list.querySelector("template").content.querySelector("legend").firstChild.textContent.trim();
  const { actie } = button.dataset;
  if (actie === "erbij") return add(fields, list, name, place);
  return actie === "weg" ? remove(fields, list, items, name, place) : move(fields, list, items, name, place, actie);
}

const buttonAt = (list, actie, place) => list.querySelectorAll(`[data-actie=${actie}]`)[place];

function add(fields, list, name, place) {
  const item = fields.addItem(list);
  fields.refreshSources();
  focusOn(item);
  return `${name} ${place + 1} toegevoegd.`;
}

function remove(fields, list, items, name, place) {
  fields.fillList(list, items.toSpliced(place, 1));
  const next = buttonAt(list, "weg", Math.min(place, items.length - 2));
  (next ?? buttonAt(list, "erbij", 0)).focus();
  return `${name} ${place + 1} weggehaald.`;
}

function move(fields, list, items, name, place, actie) {
  const target = place + (actie === "omhoog" ? -1 : 1);
  fields.fillList(list, items.toSpliced(place, 1).toSpliced(target, 0, items[place]));
  const same = buttonAt(list, actie, target);
  (same.disabled ? buttonAt(list, actie === "omhoog" ? "omlaag" : "omhoog", target) : same).focus();
  return `${name} ${place + 1} staat nu op plaats ${target + 1} van ${items.length}.`;
}
