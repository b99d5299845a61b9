// Values that are no answer to what a field asks, or an answer to something else: as generator/parse/answers.py.
const UNANSWERED = new Set(
  ["bedrag", "getal", "datum", "jaar", "url", "email", "telefoon", "id"].map((kind) => `geen-${kind}`),
);
const BETWEEN = /\s*[,;/|]\s*|\s+(?:en|of|&)\s+|\s+(?=https?:\/\/)/;
const INSIDE = /^(?:file:|[a-z]:[\\/]|\\\\|https?:\/\/(?:localhost|[^./:\s]+|10\.[\d.]+|192\.168\.[\d.]+)(?::\d|\/|$))/i;
const URL_LIKE = /^(?:https?:\/\/|www\.)\S+$/i;
const EMAIL = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;
const [LONGEST_NO_TEXT, LONGEST_TO_FILL_IN] = [24, 80];
const TO_FILL_IN = /^(?:<[^<>]{1,40}>|\[[^\]]{1,60}\]|(?:vul|schrijf|typ) hier .{1,60}|lorem ipsum.*)$/i;

const bare = (text) => text.replace(/\.+$/, "");
const FITS = {
  "geen-email": (part) => EMAIL.test(part),
  "geen-url": (part) => URL_LIKE.test(part),
  "geen-telefoon": (part) => part.replace(/\D/g, "").length >= 5 && !/[a-z]/.test(part),
  "geen-jaar": (part) => /^(?:19|20)\d\d$/.test(part),
};

/** Takes the words of the model: what people type where they have nothing to say, for what still runs, for all towns. */
export function createAnswers({ geen_tekst: noText, geen_antwoord: noAnswer, nog_bezig: ongoing, landelijk: nationwide }) {
  /** Whether a text stands for one that is still to be written. */
  function isUntold(value) {
    if ((value.length <= LONGEST_NO_TEXT && noText.includes(bare(value).toLowerCase())) || value === "...") return true;
    return value.length <= LONGEST_TO_FILL_IN && TO_FILL_IN.test(value);
  }

  /** [code, context] for what someone did instead of answering; null when `code` says it best. */
  function reconsider(code, value, path) {
    const text = value.split(/\s+/).filter(Boolean).join(" ").toLowerCase();
    if (path[0] === "gemeenten" && nationwide.includes(text)) return ["landelijk", { voorstel: "gemeenten: []" }];
    if (code === "geen-jaar" && path.at(-1) === "tot" && ongoing.includes(text)) return ["nog-bezig", {}];
    const words = UNANSWERED.has(code) ? noAnswer : code === "te-kort" ? noText : [];
    if (words.includes(bare(text))) return ["niet-ingevuld", {}];
    return otherAddress(code, value) ?? severalInOne(code, value);
  }

  return { isUntold, reconsider };
}

function otherAddress(code, value) {
  if (code === "geen-url" && EMAIL.test(value.replace(/^mailto:/, ""))) {
    return ["ander-adres", { soort: "e-mailadres", bedoeld_veld: "email" }];
  }
  if (code === "geen-email" && URL_LIKE.test(value)) return ["ander-adres", { soort: "webadres", bedoeld_veld: "website" }];
  return code === "geen-url" && INSIDE.test(value) ? ["niet-openbaar", {}] : null;
}

function severalInOne(code, value) {
  const parts = value.split(BETWEEN);
  if (!FITS[code] || parts.length < 2 || !parts.every(FITS[code])) return null;
  return ["meer-dan-een", { aantal: parts.length, keuzes: parts.slice(0, 3).join(" of ") }];
}
