// Checks values as `praktijken check` does: the same codes, at the same fields, in the same words.
import { createAnswers } from "./antwoorden.js";
import { Municipalities } from "./lijken.js";
import { checkRules } from "./regels.js";
import { lengthOf } from "./tekst.js";
import { createTextCheck } from "./teksten.js";
import { KINDS } from "./vormen.js";
import { propose, saysMoreThanAmount } from "./voorstel.js";
import { dotted, filled } from "./waarden.js";
import { describe } from "./woorden.js";

/** Makes the check from what the generator wrote into insturen/model.json. */
export function createCheck({ velden, woorden, gemeenten, regels, antwoorden, teksten }) {
  const municipalities = new Municipalities(gemeenten);
  const answers = createAnswers(antwoorden);
  const findInText = createTextCheck(teksten);

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
    const problem = problemOf(node, given);
    if (!problem) return [];
    const [first, context] = problem;
    const [code, more] = answers.reconsider(first, given, path) ?? [first, {}];
    const known = { ...context, ...more, ...(code === "niet-ingevuld" ? advice(node, path) : {}) };
    const words = { waarde: given, lengte: lengthOf(given), voorstel: propose(code, given, !context.deel), ...known };
    return [{ code: code === "geen-bedrag" && saysMoreThanAmount(given) ? "bedrag-met-woorden" : code, path, context: words }];
  }

  function problemOf(node, given) {
    if (node.vorm === "gemeente") return municipalities.problem(given);
    const problem = KINDS[node.vorm === "bedrag" ? "euro" : node.vorm](given, node);
    const told = !["regel", "tekst"].includes(node.vorm) || !answers.isUntold(given);
    return problem || told ? problem : ["niet-ingevuld", {}];
  }

  /** What may be done about a field without a value. */
  function advice({ naam, verplicht, uitleg, voorbeeldregel }, path) {
    if (!naam || typeof path.at(-1) === "number") return { mag_weg: true };
    const example = voorbeeldregel.includes("...") ? "" : voorbeeldregel;
    return { mag_weg: !verplicht, mag_onbekend: uitleg.includes("onbekend"), voorbeeld: example };
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
    const found = [...block(velden, clean, []), ...checkRules(clean, regels), ...findInText(clean)];
    return found.map((one) => inWords(one));
  }

  /** A finding `{ code, path, context }` with its words. */
  function inWords({ code, path, context }) {
    const field = dotted(path);
    const proposal = context.geheel ?? (context.voorstel || context.bedoeld || "");
    return { code, path, veld: field, voorstel: proposal, ...describe(woorden, code, field, context) };
  }

  return { check, inWords, municipalities };
}
