// What a person probably meant by a value that was refused, as generator/parse/proposals.py; "" when that is unclear.
import { slugify } from "./tekst.js";

const LONGEST = 200;
const AMOUNT =
  /^(?:€|eur|euro)? ?(?<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](?<part>\d{1,2}|-+|–))? ?(?<scale>duizend|miljoen|mln)?\.? ?(?:€|eur|euro)?$/;
const SCALES = { duizend: 1000n, miljoen: 1000000n, mln: 1000000n };
const MOST = 10n ** 15n;
const MONTHS = [
  ...["januari", "februari", "maart", "april", "mei", "juni"],
  ...["juli", "augustus", "september", "oktober", "november", "december"],
];
const MONTH = `(?<month>\\d{1,2}|${MONTHS.join("|")})`;
const DATES = [
  new RegExp(`^(?<year>\\d{4})[-/. ]${MONTH}[-/. ](?<day>\\d{1,2})(?:[t ].*)?$`),
  new RegExp(`^(?<day>\\d{1,2})[-/. ]${MONTH}[-/. ](?<year>\\d{4})$`),
];
const PARTIAL_DATES = [new RegExp(`^${MONTH}[-/. ](?<year>\\d{4})$`), new RegExp(`^(?<year>\\d{4})[-/. ]${MONTH}$`)];

/** What to type instead of a value that was refused with this code; `wholeDay` says whether a date must have a day. */
export function propose(code, value, wholeDay = true) {
  if (value.length > LONGEST) return "";
  if (code === "geen-datum" && !wholeDay) return day(value) || month(value);
  return MAKERS[code]?.(value) ?? "";
}

function amount(text) {
  const amounts = text.toLowerCase().trim().split(/ ?(?:-|–|tot) ?(?=[€\d])/).map(wholeEuros);
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
  return scaled < MOST * 100n ? String((scaled + 50n) / 100n) : "";
}

function number(text) {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  if (numbers.length !== 1 || text.includes("-") || /\d[a-z]/.test(text)) return "";
  let [found] = numbers;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(found)) found = found.replaceAll(".", "");
  found = found.replace(",", ".").replace(/^0+(?=\d)/, "");
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(found) && found !== text ? found : "";
}

const firstMatch = (patterns, text) =>
  patterns.map((pattern) => pattern.exec(text.toLowerCase())?.groups).find(Boolean);
const monthNumber = (text) => (MONTHS.includes(text) ? MONTHS.indexOf(text) + 1 : Number(text));
const two = (value) => String(value).padStart(2, "0");

function day(text) {
  const found = firstMatch(DATES, text);
  if (!found) return "";
  const made = `${found.year}-${two(monthNumber(found.month))}-${two(Number(found.day))}`;
  return dayExists(made) ? made : "";
}

function month(text) {
  const found = firstMatch(PARTIAL_DATES, text);
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
  return /^(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[!-~]*)?$/.test(text) ? `https://${text}` : "";
}

function email(text) {
  return /^(?:mailto:|[^<>@]*<)?([\w.%+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,})>?$/.exec(text)?.[1] ?? "";
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
  "geen-datum": day,
  "geen-jaar": year,
  "geen-url": url,
  "geen-email": email,
  "geen-telefoon": phone,
  "geen-id": id,
};
