// The last step: the record as it reads, where it goes, and the ways to get it there.
import { element } from "../keuze/dom.js";
import { ways } from "./manieren.js";
import { pathFor } from "./plek.js";
import { writeRecord } from "./yaml.js";

const at = (id) => document.getElementById(id);
const STOP = "Los eerst op wat hierboven staat. Daarna kunt u versturen. Wat u invulde, blijft bewaard in deze browser.";

/** Takes the model, the practice that is changed (or null), the settings of the site and what says a sentence. */
export function createSending(model, record, { forge: kind, opslag: repository, tak: branch, mail }, say) {
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say("De tekst is gekopieerd. Plak hem met Ctrl+V.");
    } catch {
      at("bestand").closest("details").open = true;
      getSelection().selectAllChildren(at("bestand"));
      say("Kopiëren mag niet van uw browser. De tekst is geselecteerd: kopieer hem zelf met Ctrl+C.");
    }
  }

  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    element("a", { href: address, download: name }).click();
    // The browser has taken the file by then; without this it would stay in memory.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    say(`Het bestand ${name} is bewaard.`);
  }

  /** Show clean values as a file, and the ways to send it unless something must be mended first. */
  return function show(values, count, nameProblem) {
    const text = writeRecord(model.velden, values);
    const path = record?.bestand ?? pathFor(values.eigenaar?.naam ?? "", at("veld-bestandsnaam").value);
    const wrong = values.titel && nameProblem;
    at("veld-bestandsnaam-fout").replaceChildren(
      ...(wrong ? [element("p", {}, element("strong", {}, `${wrong.bericht}.`), ` ${wrong.tip}.`)] : []),
    );
    at("bestandsnaam-vak").hidden = Boolean(record);
    at("bestandsplek").textContent = path;
    at("bestand").textContent = text;
    const file = { path, text, title: values.titel ?? "", exists: Boolean(record) };
    const actions = { copy: () => copy(text), download: () => download(path.split("/").at(-1), text) };
    const held = count || nameProblem;
    at("manieren").replaceChildren(
      ...(held ? [element("p", { class: "melding" }, STOP)] : ways({ kind, repository, branch, mail }, file, actions)),
    );
  };
}
