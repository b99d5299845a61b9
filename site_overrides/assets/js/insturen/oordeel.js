// All that is wrong with what is filled in, each problem where the form shows it.
import { placed } from "./fouten.js";
import { suggest } from "./lijken.js";
import { filled, nodeAt } from "./waarden.js";

/** Takes the model, its check (toets.js), the fields, the practices and the id of the practice that is changed, or "". */
export function createJudge(model, { check, inWords }, fields, practices, own) {
  /** What only the other practices can tell: references to nothing, or to itself. */
  function references(values) {
    const { vervangen_door: successor, ...lists } = filled(model.velden, values);
    const named = ["gebaseerd_op", "zie_ook"].flatMap((name) =>
      (lists[name] ?? []).map(({ id }, place) => [[name, place, "id"], id]),
    );
    return [...named, [["vervangen_door"], successor]].flatMap(([path, id]) => {
      if (!id || (id !== own && practices.isKnown(id))) return [];
      if (id === own) return [inWords({ code: "verwijst-naar-zichzelf", path, context: { waarde: id } })];
      const context = { waarde: id, bedoeld: suggest(id, practices.ids()) };
      return [inWords({ code: "onbekende-praktijk", path, context })];
    });
  }

  /** The problems in the order of the form, with `path` as it is there. */
  function problems() {
    const values = fields.values();
    const wrong = check(values);
    const wrongIds = new Set(wrong.map(({ veld }) => veld));
    const found = [...wrong, ...references(values).filter(({ veld }) => !wrongIds.has(veld))];
    return found
      .flatMap((one) => placed(one, (path) => nodeAt(model.velden, path)))
      .map((one) => ({ ...one, path: fields.inForm(one.path, model.velden) }));
  }

  /** What is wrong with the name of a new file, or null. */
  function nameProblem(name) {
    const { patroon, max, bezet } = model.bestandsnaam;
    const say = (code, context = {}) => inWords({ code, path: [], context: { naam: name, ...context } });
    if (!new RegExp(patroon).test(name) || name.length > max) return say("bestandsnaam");
    if (bezet.includes(name)) return say("gereserveerde-naam");
    return practices.isTaken(name) ? say("dubbele-id", { ander: practices.title(name) }) : null;
  }

  return { problems, nameProblem };
}
