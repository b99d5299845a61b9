// The record as it will read: per step the fields that hold something, with a way back to each step.
import { element } from "../keuze/dom.js";

/** Takes what gives the words for a choice: (path without numbers, value) => label. */
export function createReview(fields, choiceOf) {
  function textOf(node, value, path) {
    if (node.vorm === "keuze") return choiceOf(path, value);
    if (node.vorm === "gemeente") return choiceOf("gemeente", value);
    return value;
  }

  function paragraphs(text) {
    return text.split(/\n{2,}/).map((part) => element("p", {}, part));
  }

  function answer(node, value, path) {
    if (node.vorm === "lijst" && Array.isArray(value)) {
      return [element("ul", {}, ...value.map((item) => element("li", {}, ...answer(node.item, item, path))))];
    }
    if (typeof value === "object") return [facts(node.velden, value, path)];
    return paragraphs(textOf(node, value, path));
  }

  function facts(nodes, values, parent) {
    const rows = nodes
      .filter(({ naam }) => naam in values)
      .map((node) => {
        const path = parent ? `${parent}.${node.naam}` : node.naam;
        return element("div", {}, element("dt", {}, node.titel), element("dd", {}, ...answer(node, values[node.naam], path)));
      });
    return element("dl", { class: "rijen" }, ...rows);
  }

  /** Steps as [{ id, heading, names }] and clean values in; what shows them out. */
  return function review(steps, values) {
    return steps.map(({ id, heading, names }) => {
      const nodes = fields.filter(({ naam }) => names.includes(naam));
      const held = nodes.some(({ naam }) => naam in values);
      return element(
        "section",
        { class: "nazien__deel" },
        element("h4", {}, heading, " ", element("a", { href: `#stap-${id}` }, "Wijzig", element("span", { class: "alleen-voorlezen" }, ` ${heading}`))),
        held ? facts(nodes, values, "") : element("p", { class: "onbekend" }, "Niets ingevuld"),
      );
    });
  };
}
