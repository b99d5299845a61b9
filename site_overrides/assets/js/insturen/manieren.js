// The ways to send a record: a forge, a file, the clipboard, a mail.
import { element } from "../keuze/dom.js";
import { mailTo, sendTo } from "./forge.js";

const NEW_TAB = " (opent in een nieuw tabblad)";

function way(heading, ...content) {
  return element("section", { class: "manier" }, element("h4", {}, heading), ...content);
}

function button(label, onclick, main = false) {
  return element("button", { type: "button", class: main ? "knop knop--hoofd" : "knop", onclick }, label);
}

function openLink(url, label, main) {
  return element("a", { class: main ? "knop knop--hoofd" : "knop", href: url, target: "_blank", rel: "noopener" }, label, element("span", { class: "alleen-voorlezen" }, NEW_TAB));
}

const item = (...content) => element("li", {}, ...content);

function viaForge(config, file, { copy }) {
  const found = sendTo(config, file);
  if (!found) return null;
  const { name, url, filled, tooLong, steps } = found;
  const heading = `Via ${name}`;
  const last = steps.map((step) => item(step));
  if (filled) {
    return way(heading, element("ol", {}, item(openLink(url, `Open ${name}, al ingevuld`, true), ". Log in als daarom wordt gevraagd."), ...last));
  }
  const why = tooLong
    ? element("p", { class: "melding" }, `Uw tekst is te lang om mee te sturen in een link. Kopieer hem daarom zelf, of kies een andere manier.`)
    : "";
  const paste = file.exists
    ? "Haal alle oude tekst weg (Ctrl+A) en plak de nieuwe (Ctrl+V)."
    : "Plak de tekst in het grote, lege vak (Ctrl+V).";
  return way(
    heading,
    why,
    element("ol", {}, item(button("Kopieer de tekst", copy, true)), item(openLink(url, file.exists ? `Open het bestand op ${name}` : `Open ${name}`), ". Log in als daarom wordt gevraagd."), item(paste), ...last),
  );
}

function viaMail(address, file, { download }) {
  if (!address) return null;
  const { url, whole } = mailTo(address, file);
  if (whole) return way("Per mail", element("p", {}, element("a", { class: "knop", href: url }, `Mail naar ${address}`)));
  return way(
    "Per mail",
    element("p", {}, "Uw tekst is te lang voor een mail die zichzelf vult. Stuur het bestand mee."),
    element("ol", {}, item(button("Bewaar het bestand", download)), item(element("a", { class: "knop", href: url }, `Mail naar ${address}`)), item("Voeg het bestand toe als bijlage.")),
  );
}

/**
 * All ways that this site has, as elements. `config` names forge and mailbox; `file` is `{ path, text, title,
 * exists }`; `actions` are what the buttons do: `copy` and `download`.
 */
export function ways(config, file, actions) {
  const forge = viaForge(config, file, actions);
  return [
    forge,
    way(
      forge ? "Als bestand, of als tekst" : "Bewaar uw praktijk",
      element("p", {}, "Bewaar het bestand om het later te versturen, of om het een collega of redacteur te geven."),
      element("div", { class: "knoppen" }, button("Bewaar het bestand", actions.download, !forge), button("Kopieer de tekst", actions.copy)),
    ),
    viaMail(config.mail, file, actions),
  ].filter(Boolean);
}
