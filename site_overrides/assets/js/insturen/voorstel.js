// What a person probably meant by a value that was refused, as generator/parse/proposals.py; "" when that is unclear.
import { slugify } from "./tekst.js";

const LONGEST = 200;
const AMOUNT =
  /^(?:€|eur|euro)? ?(?<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](?<part>\d{1,2}|-+|–))? ?(?<scale>k|duizend|ton|miljoen|mln|mio)?\.? ?(?:€|eur|euro)?$/;
const SCALES = { k: 1000n, duizend: 1000n, ton: 100000n, miljoen: 1000000n, mln: 1000000n, mio: 1000000n };
const AROUND =
  /(?:ca\.?|circa|ongeveer|ongev\.|zo'n|ruim|bijna|±|~) *|[ ,]*(?:\(.*\)|p\.?\/?j\.?|per jaar|\/ ?jaar|jaarlijks|(?:excl|incl)(?:\.|usief)? ?(?:btw|bijkomende kosten))/g;
const MOST = 10n ** 15n;
const MONTHS = [
  ...["januari", "februari", "maart", "april", "mei", "juni"],
  ...["juli", "augustus", "september", "oktober", "november", "december"],
];
const MONTH_NAMES = {
  ...Object.fromEntries(MONTHS.flatMap((name, at) => [[name, at + 1], [name.slice(0, 3), at + 1]])),
  ...{ mrt: 3, sept: 9, january: 1, february: 2, march: 3, may: 5, june: 6, july: 7, august: 8, october: 10, oct: 10 },
};
const NAMES = Object.keys(MONTH_NAMES).sort((a, b) => b.length - a.length).join("|");
const MONTH = `(?<month>\\d{1,2}|(?:${NAMES})\\.?)`;
const DAYS = "(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?";
const DATES = [
  `(?<year>\\d{4})[-/. ]${MONTH}[-/. ](?<day>\\d{1,2})(?:[t ].*)?`,
  `${DAYS}(?<day>\\d{1,2})[-/. ]${MONTH}[-/. ](?<year>\\d{4})`,
  `(?<month>${NAMES}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`,
  "(?<month>\\d{1,2})/(?<day>1[3-9]|2\\d|3[01])/(?<year>\\d{4})",
].map((pattern) => new RegExp(`^${pattern}$`));
const PARTIAL_DATES = [`${MONTH}[-/. ](?<year>\\d{4})`, `(?<year>\\d{4})[-/. ]${MONTH}`].map((pattern) => new RegExp(`^${pattern}$`));
const EXCEL_START = Date.UTC(1899, 11, 30);
const DAY = 86_400_000; // In milliseconds.

/** What to type instead of a value that was refused with this code; `wholeDay` says whether a date must have a day. */
export function propose(code, value, wholeDay = true) {
  if (value.length > LONGEST) return "";
  const text = value.replace(/[\u00a0\u202f]/g, " ").replace(/[“”„‘]/g, "").replace(/^[ ,;]+|[ ,;]+$/g, "");
  if (code === "geen-datum" && !wholeDay) return day(text) || month(text) || yearWithWords(text);
  return MAKERS[code]?.(text) ?? "";
}

/** Whether there is an amount in a text, and words that say more about it. */
export function saysMoreThanAmount(text) {
  const bare = text.toLowerCase().replace(/€|eur[o]?|duizend|miljoen|mln|tot|en|tussen/g, "");
  return /\d/.test(bare) && /[a-z~±><(]/.test(bare) && !/^(?:=|\d+e\d)/.test(bare);
}

function amount(value) {
  const text = value.toLowerCase().trim().replace(AROUND, "").trim();
  const between = /^tussen (?:de )?(.+) en (.+)$/.exec(text);
  let bounds = between ? between.slice(1) : text.split(/ ?(?:-|–|tot) ?(?=[€\d])/);
  const scale = bounds.length === 2 && /[a-z]+\.?$/.exec(bounds[1]);
  // `5-6k` is about thousands.
  if (scale && /\d$/.test(bounds[0])) bounds = [`${bounds[0]} ${scale[0]}`, bounds[1]];
  const amounts = bounds.map(wholeEuros);
  if (amounts.length === 2 && amounts.every(Boolean) && BigInt(amounts[0]) <= BigInt(amounts[1])) {
    return `{van: ${amounts[0]}, tot: ${amounts[1]}}`;
  }
  return amounts.length === 1 ? amounts[0] : "";
}

function wholeEuros(text) {
  const found = AMOUNT.exec(text)?.groups;
  if (!found) return "";
  const part = (found.part ?? "").replace(/^[-–]+|[-–]+$/g, "");
  const cents = BigInt(found.whole.replace(/[. ]/g, "")) * 100n + BigInt(part.padEnd(2, "0"));
  const scaled = cents * (SCALES[found.scale] ?? 1n);
  const euros = (scaled + 50n) / 100n;
  const fits = scaled < MOST * 100n && (euros > 0n || scaled === 0n); // Less than a euro is not free.
  return fits ? String(euros) : "";
}

function number(text) {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  if (numbers.length !== 1 || text.includes("-") || /\d[a-z]/.test(text)) return "";
  let [found] = numbers;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(found)) found = found.replaceAll(".", "");
  found = found.replace(",", ".").replace(/^0+(?=\d)/, "");
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(found) && found !== text ? found : "";
}

const matches = (patterns, text) => patterns.map((one) => one.exec(text.toLowerCase())?.groups).filter(Boolean);
const monthNumber = (text) => (/^\d+$/.test(text) ? Number(text) : MONTH_NAMES[text.replace(/\.+$/, "")]);
const two = (value) => String(value).padStart(2, "0");

function day(text) {
  const made = matches(DATES, text).map((one) => `${one.year}-${two(monthNumber(one.month))}-${two(Number(one.day))}`);
  const found = made.find(dayExists) ?? "";
  return /^(?:19|20)/.test(found) ? found : "";
}

/** A date that lost its looks in Excel is the number of its day. */
function excelDay(text) {
  return /^[34]\d{4}$/.test(text) ? new Date(EXCEL_START + Number(text) * DAY).toISOString().slice(0, 10) : "";
}

/** Of `voorjaar 2024` the year is certain. */
function yearWithWords(text) {
  if (text.toLowerCase().replace(/\.+$/, "") === "onbekend") return "onbekend";
  return /^(?:[a-z][\p{L}\p{N}_]*\.? )+\d{4}$/u.test(text.toLowerCase()) ? year(text) : "";
}

function month(text) {
  const [found] = matches(PARTIAL_DATES, text);
  const value = found ? monthNumber(found.month) : 0;
  return value >= 1 && value <= 12 ? `${found.year}-${two(value)}` : "";
}

/** Whether a day written as year-month-day is in the calendar. */
export function dayExists(text) {
  const [year, month, day] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

function year(text) {
  const years = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return years.length === 1 ? years[0] : "";
}

function url(text) {
  const linked = /^(?:\[[^\]]*\]\((\S+)\)|<(\S+)>|=HYPERLINK\("([^"]+)".*\))$/.exec(text)?.slice(1).find(Boolean) ?? text;
  const found = /^(?:(?:h?t+p+s?|htps|https?)(?::\/{0,3}|\/\/))?([^\s/:@]+\.[a-z]{2,})((?:\/\S*)?)$/.exec(linked);
  if (!found || !/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(found[1]) || /[<>"'`{}|^\\]/.test(found[2])) return "";
  return `https://${found[1]}${found[2].replace(/[^A-Za-z0-9_.~/%?&=#,;:!$()*+@-]/gu, encodeURIComponent)}`;
}

function email(text) {
  const mended = text
    .replace(/ *(?:\[at\]|\(at\)|@) */gi, "@")
    .replace(/\.+$/, "")
    .replace(/\[[^\]]*\]\((.*)\)/g, "$1")
    .replace(/,(?=[a-z]{2,3}$)/, ".");
  const found = mended.match(/[\w.%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g) ?? [];
  return found.length === 1 && mended.split("@").length === 2 ? found[0] : "";
}

function phone(text) {
  const bare = text.replace(/[().]|[^\d +-].*$/g, " ").replace(/ {2,}/g, " ").replace(/^[ -]+|[ -]+$/g, "");
  const digits = bare.replace(/\D/g, "").length;
  return /^\+?\d[\d -]{3,18}\d$/.test(bare) && digits >= 5 ? bare : "";
}

function id(text) {
  const last = text.replace(/\/+$/, "").split("/").at(-1);
  return slugify(last.replace(/\.yml$/, "").replace(/\.yaml$/, "")).slice(0, 60);
}

const MAKERS = {
  "geen-bedrag": amount,
  "geen-getal": number,
  "geen-datum": (text) => day(text) || excelDay(text),
  "geen-jaar": year,
  "geen-url": url,
  "geen-email": email,
  "geen-telefoon": phone,
  "geen-id": id,
};
