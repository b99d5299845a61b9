// Making elements. Text of records reaches the page through textContent only.

/** A tag, its properties and attributes, and its children (elements or text) in; the element out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    if (name === "onclick") made.addEventListener("click", value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== ""));
  return made;
}

/** Words that only a screen reader says. */
export const spoken = (text) => element("span", { class: "alleen-voorlezen" }, text);

/** A button that says for everyone what it does, and to a screen reader also with what. */
export function button(label, about, onclick, attributes = {}) {
  return element("button", { type: "button", class: "knop knop--klein", onclick, ...attributes }, label, spoken(` ${about}`));
}

function node(part) {
  if (part.items) {
    return element(part.numbered ? "ol" : "ul", {}, ...part.items.map((item) => element("li", {}, item)));
  }
  const content = part.href ? element("a", { href: part.href }, part.text) : part.text;
  return element("p", part.small ? { class: "klein" } : {}, content);
}

/** The parts of a fact as elements; in words when there are none. */
export function nodes(parts, otherwise) {
  return parts.length ? parts.map(node) : [element("p", { class: "onbekend" }, otherwise)];
}

/** Put messages in a list that stays in the page. */
export function showMessages(list, texts) {
  list.replaceChildren(...texts.map((text) => element("li", { class: "melding melding--stop" }, text)));
}

/** What to say of ids in an address that lead to no practice. */
export function describeMissing(refused, missing) {
  return [...refused, ...missing].map((text) => `De praktijk “${text}” is niet gevonden. Klopt het adres?`);
}
