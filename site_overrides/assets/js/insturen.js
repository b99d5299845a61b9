// The form: one step at a time, checked as one goes, kept in the browser, and sent at the end.
import { element } from "./keuze/dom.js";
import { ROOT } from "./keuze/gegevens.js";
import { openDraft } from "./insturen/concept.js";
import { createErrors, focusOn } from "./insturen/fouten.js";
import { createFields } from "./insturen/formulier.js";
import { createHint } from "./insturen/lijktop.js";
import { changeList } from "./insturen/lijsten.js";
import { createReview } from "./insturen/nazien.js";
import { createJudge } from "./insturen/oordeel.js";
import { nameFor } from "./insturen/plek.js";
import { createPractices } from "./insturen/praktijken.js";
import { createSteps } from "./insturen/stappen.js";
import { clean } from "./insturen/tekst.js";
import { createCounters } from "./insturen/tellers.js";
import { createCheck } from "./insturen/toets.js";
import { createSending } from "./insturen/verzenden.js";
import { filled } from "./insturen/waarden.js";

const PAUSE = 400; // Milliseconds without a key before the draft is kept.
const SETTLE = 250; // Milliseconds in which a click on a button ends, before messages move things.
const page = document.getElementById("insturen");
const at = (id) => document.getElementById(id);
const form = at("formulier");
const say = (text) => (at("insturen-stand").textContent = text);
const notice = (...content) => at("insturen-melding").replaceChildren(...content);
const smallButton = (label, onclick) => element("button", { type: "button", class: "knop knop--klein", onclick }, label);

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

async function fetchJson(path) {
  const answer = await fetch(new URL(path, ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
  return answer.json();
}

/** The values of a practice as its record has them, from the open data. */
function valuesOf(model, data) {
  const own = { ...data, zie_ook: data.eigen_zie_ook };
  return Object.fromEntries(model.velden.filter(({ naam }) => naam in own).map(({ naam }) => [naam, own[naam]]));
}

async function start() {
  const asked = new URLSearchParams(location.search);
  const id = asked.get("praktijk") ?? "";
  at("insturen-werk").hidden = false;
  try {
    const model = await fetchJson("insturen/model.json");
    const record = /^[a-z0-9-]+$/.test(id) ? await fetchJson(`api/v1/praktijken/${id}.json`).catch(() => null) : null;
    const missing = id && !record ? `De praktijk “${id}” is niet gevonden. U begint met een leeg formulier.` : "";
    open(model, record, Boolean(record) && asked.get("bevestig") === "1", missing);
  } catch (error) {
    const words = "Het formulier kon niet worden geladen. Probeer het later nog eens, of kies hieronder een andere manier.";
    notice(element("p", { class: "melding melding--stop" }, words));
    throw error;
  }
}

/** Start with a new practice, with one that is changed (`record`), or with one of which the date is confirmed. */
function open(model, record, confirms, missing) {
  const tools = createCheck(model);
  const practices = createPractices(fetchJson);
  const fields = createFields(form, tools.municipalities, practices.idOf);
  const judge = createJudge(model, tools, fields, practices, record?.id ?? "");
  const errors = createErrors(form, fields, mend);
  const draft = openDraft(record?.id);
  const review = createReview(model.velden, fields.choiceOf);
  const send = createSending(model, record, page.dataset, say);
  const counters = createCounters(form, at("insturen-teller"));
  const hint = createHint(at("lijkt-op"));
  const steps = createSteps(page, (step) => {
    fields.refreshSources();
    if (step === steps.last) showLast();
  });
  const begun = record ? valuesOf(model, record) : { toegevoegd_op: today() };
  const visited = new Set(); // Steps that were left with "Volgende": all in them is checked.
  const touched = new Set(); // Fields that were left, by id.
  let pause;
  let named = false; // Whether someone chose the file name.

  // What is wrong

  const fieldOf = ({ path }) => fields.place(path).element;
  const inStep = (all, { section }) => all.filter((problem) => section.contains(fieldOf(problem)));
  const mustBeMended = (all) => all.filter(({ soort }) => soort === "fout"); // A warning stops nobody.

  function isShown(problem) {
    const field = fieldOf(problem);
    const section = field?.closest(".stap");
    return visited.has(section) || (problem.code !== "ontbrekend-veld" && touched.has(field?.id));
  }

  function refresh() {
    const all = judge.problems();
    errors.show(all.filter(isShown));
    fields.foldCosts();
    for (const step of steps.all) {
      const count = mustBeMended(inStep(all, step)).length;
      const state = count ? `${count} te verbeteren` : "klaar";
      steps.tell(step, visited.has(step.section) && step !== steps.last ? state : "");
    }
    return all;
  }

  /** Put what was probably meant in the place of what was typed. */
  function mend(field, parts) {
    const controls = field.matches("fieldset") ? [...field.querySelectorAll("input")] : [field];
    parts.forEach((part, place) => fields.show(controls[place], part));
    keepSoon();
    refresh();
    controls[0].focus();
  }

  function summarise(step, heading, all, more = []) {
    const box = step.section.querySelector(".foutlijst");
    errors.summarise(box, heading, all, more, (field) => {
      steps.showOf(field);
      focusOn(field);
    });
    return box;
  }

  /** Go on to the next step, unless there is something to mend in this one. */
  function leave(step) {
    const next = steps.next(1);
    visited.add(step.section);
    const found = mustBeMended(inStep(refresh(), step));
    const onward = element("p", {}, smallButton("Ga toch verder, ik verbeter dit later", () => steps.goTo(next)));
    const heading = found.length === 1 ? "Er is nog 1 ding niet goed" : `Er zijn nog ${found.length} dingen niet goed`;
    const box = summarise(step, heading, found, [onward]);
    if (found.length) box.focus();
    else steps.goTo(next);
  }

  // The last step

  async function showLast() {
    for (const { section } of steps.all) visited.add(section);
    showEnd();
    await practices.load();
    if (steps.current() === steps.last) showEnd();
  }

  function showEnd() {
    const all = refresh();
    const values = filled(model.velden, fields.values());
    const name = at("veld-bestandsnaam");
    if (!named) name.value = nameFor(values.titel ?? "", model.bestandsnaam.max);
    const wrong = mustBeMended(all);
    if (wrong.length) summarise(steps.last, `Nog te verbeteren (${wrong.length})`, wrong);
    else summarise(steps.last, `Kijk dit nog na (${all.length})`, all);
    at("nazien").replaceChildren(...review(steps.all, values));
    send(values, wrong.length, record ? null : judge.nameProblem(name.value));
  }

  // The draft

  function keep() {
    clearTimeout(pause);
    pause = undefined;
    draft.write(fields.values());
  }

  function keepSoon() {
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  }

  /** Two tabs keep one draft: say so, and keep nothing more here until someone types. */
  function warnOfOtherTab() {
    clearTimeout(pause);
    pause = undefined;
    const words = "Dit formulier is ook open in een ander tabblad, en daar is iets veranderd. Ga verder in één tabblad. ";
    const loss = "Wat u hier typt, komt in de plaats van wat daar staat. ";
    const take = smallButton("Neem over wat daar staat", () => {
      fill(draft.read() ?? begun);
      refresh();
      notice();
      say("Overgenomen uit het andere tabblad.");
      at("insturen-wis").focus();
    });
    notice(element("div", { class: "melding melding--stop" }, element("p", {}, words, loss, take)));
    take.scrollIntoView({ block: "center" });
    say("Dit formulier is ook open in een ander tabblad.");
  }

  function fill(values) {
    const rest = fields.fill(values).map(([path, value]) => `${path}: ${value}`);
    counters.showAll();
    fields.foldCosts();
    if (!rest.length) return;
    const words = "Het formulier is veranderd sinds u begon. Deze tekst past nergens meer. Neem over wat u nog nodig heeft:";
    notice(element("div", { class: "melding melding--stop" }, element("p", {}, words), element("pre", { tabindex: "0" }, rest.join("\n"))));
  }

  /** Begin again, with a way back. */
  function clearAll() {
    const before = fields.values();
    clearTimeout(pause);
    draft.clear();
    visited.clear();
    touched.clear();
    named = false;
    fill(begun);
    refresh();
    say("");
    const words = record ? "Alles staat weer zoals op de site. " : "Alles is gewist. ";
    const back = smallButton("Zet terug", () => {
      fill(before);
      keep();
      refresh();
      notice();
      say("Alles staat er weer.");
      at("insturen-wis").focus();
    });
    notice(element("div", { class: "melding" }, element("p", {}, words, back)));
    steps.show(steps.all[0], false);
    back.focus();
  }

  // What happens in the form

  form.addEventListener("input", ({ target }) => {
    counters.follow(target);
    if (target.dataset.onbekend) at(target.dataset.onbekend).disabled = target.checked;
    if (target.id === "veld-bestandsnaam") named = true;
    keepSoon();
  });
  form.addEventListener("focusin", ({ target }) => {
    if (fields.isSourceTitle(target)) target.dataset.eerder = clean(target.value);
    if ("praktijkId" in target.dataset) practices.load().then(offerPractices);
  });
  form.addEventListener("change", ({ target }) => {
    if (fields.isSourceTitle(target)) {
      fields.renameSource(target.dataset.eerder, clean(target.value));
      target.dataset.eerder = clean(target.value);
    }
    if ("praktijkId" in target.dataset) target.value = practices.idOf(clean(target.value));
    if (!record && ["veld-titel", "veld-samenvatting"].includes(target.id)) hint(at("veld-titel").value, at("veld-samenvatting").value);
    if (target.dataset.pad === "kosten.bekend") fields.foldCosts();
    if (steps.current() === steps.last) showEnd();
  });
  let pressed = false;
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (pressed = false), true);
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!target.matches("input, select, textarea")) return;
    touched.add(target.id);
    const group = target.closest("fieldset.veld:not(.veld--blok, .veld--herhaal)");
    if (group && !group.contains(relatedTarget)) touched.add(group.id);
    // A message that comes while something is pressed would push it away, and the press would be lost.
    if (pressed) addEventListener("pointerup", () => setTimeout(refresh), { once: true });
    else setTimeout(refresh, relatedTarget ? 0 : SETTLE);
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.ga === "verder") leave(steps.current());
    if (button?.dataset.ga === "terug") steps.goTo(steps.next(-1));
    if (!button?.dataset.actie) return;
    say(changeList(fields, button));
    counters.showAll();
    keepSoon();
    refresh();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  at("insturen-wis").addEventListener("click", clearAll);
  page.querySelector(".nazien__verder a").addEventListener("click", (event) => {
    event.preventDefault();
    at("kop-verzenden").focus();
  });
  draft.watch(warnOfOtherTab);
  addEventListener("pagehide", () => pause && keep());

  function offerPractices(titles) {
    at("praktijken-lijst").replaceChildren(...Object.entries(titles).map(([id, title]) => element("option", { value: id }, title)));
  }

  // The beginning

  const kept = draft.read();
  fill(kept ?? begun);
  let message = missing || (kept ? "U gaat verder waar u was gebleven." : "");
  if (record) nameThePage(record);
  if (confirms) {
    fields.show(at("veld-gecontroleerd_op"), today());
    message = "De datum van vandaag staat bij Gecontroleerd op. Kijk na of alles nog klopt, en verstuur het dan.";
  }
  steps.show(steps.named() ?? (confirms ? steps.last : steps.all[0]), false);
  say(message);
}

function nameThePage({ titel }) {
  document.title = document.title.replace(/^[^-]+/, `Verbeter: ${titel} `);
  at("insturen-kop").textContent = `Verbeter: ${titel}`;
  at("insturen-inleiding").textContent =
    "Alles wat er nu staat, is al ingevuld. Verander wat niet klopt, en verstuur het bij de laatste stap.";
  at("insturen-wis").textContent = "Begin opnieuw";
}

start();
