// Checks values as `praktijken check` does: the same codes, at the same fields, in the same words.
import { Municipalities } from "./lijken.js";
import { checkRules } from "./regels.js";
import { KINDS } from "./vormen.js";
import { propose } from "./voorstel.js";
import { dotted, filled } from "./waarden.js";
import { describe } from "./woorden.js";

/** Makes the check from what the generator wrote into insturen/model.json. */
export function createCheck({ velden, woorden, gemeenten, regels }) {
  const municipalities = new Municipalities(gemeenten);

  function block(fields, values, path) {
    return fields.flatMap((node) => {
      if (node.naam in values) return value(node, values[node.naam], [...path, node.naam]);
      if (!node.verplicht) return [];
      const context = { veld: node.naam, ouder: dotted(path), voorbeeld: node.voorbeeldregel };
      return [{ code: "ontbrekend-veld", path: [...path, node.naam], context }];
    });
  }

  function value(node, given, path) {
    if (node.vorm === "lijst") return list(node, given, path);
    if (typeof given === "object") return block(node.velden, given, path);
    const problem =
      node.vorm === "gemeente" ? municipalities.problem(given) : KINDS[node.vorm === "bedrag" ? "euro" : node.vorm](given, node);
    if (!problem) return [];
    const [code, context] = problem;
    const proposal = propose(code, given, !context.deel);
    return [{ code, path, context: { waarde: given, lengte: lengthIn(given), voorstel: proposal, ...context } }];
  }

  /** As pydantic counts: too many good items hide what is wrong with the others. */
  function list(node, given, path) {
    const within = given.map((one, at) => value(node.item, one, [...path, at]));
    const good = within.filter((problems) => !problems.length).length;
    const count = { aantal: given.length, voorbeeld: node.voorbeeldregel };
    if (node.max !== undefined && good > node.max) {
      return [{ code: "te-veel", path, context: { ...count, max: node.max } }];
    }
    const few = node.min !== undefined && given.length < node.min;
    const problems = [...within.flat(), ...(few ? [{ code: "te-weinig", path, context: { ...count, min: node.min } }] : [])];
    if (problems.length) return problems;
    const twice = node.uniek ? given.findIndex((one, at) => given.indexOf(one) < at) : -1;
    if (twice < 0) return [];
    const second = given.indexOf(given[twice], given.indexOf(given[twice]) + 1);
    return [{ code: "dubbele-waarde", path: [...path, second], context: { waarde: given[twice] } }];
  }

  /** All problems of values as people fill them in: `{ code, path, veld, bericht, tip, soort, voorstel }`. */
  function check(values) {
    const clean = filled(velden, values);
    const found = [...block(velden, clean, []), ...checkRules(clean, regels)];
    return found.map((one) => inWords(one));
  }

  /** A finding `{ code, path, context }` with its words. */
  function inWords({ code, path, context }) {
    const field = dotted(path);
    const proposal = context.voorstel || context.bedoeld || "";
    return { code, path, veld: field, voorstel: proposal, ...describe(woorden, code, field, context) };
  }

  return { check, inWords, municipalities };
}

const lengthIn = (given) => [...given].length;
