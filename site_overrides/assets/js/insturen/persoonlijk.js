// Addresses and numbers that look like a person's, as generator/check/personal_data.py.
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g;
const MOBILES = [
  /06(?<![\d-]06)(?:[ -]?\d){8}(?!\d)/g,
  /\+31[ -]?(?:\(?0\)?)?[ -]?6(?:[ -]?\d){8}(?!\d)/g,
  /0031[ -]?6(?:[ -]?\d){8}(?!\d)/g,
];
const CITIZEN = /\d{9}(?<![\d./-]\d{9})(?![\d/-]|\.\d)/g;
const IBAN = /NL\d{2} ?[A-Z]{4}(?: ?\d){10}\b/g;
const PERSON = /^(?:[a-z]{1,2}\.?(?:van|de|der|den)?\.?[a-z]{3,}|[a-z]+[._](?:[a-z]+[._])*[a-z]+)$/i;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The eleven test of the burgerservicenummer. */
function isCitizenNumber(digits) {
  const total = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return total % 11 === 0 && digits !== "000000000";
}

/** Takes the words that make an address that of a department; gives a search that yields [value, kind]. */
export function createPersonSearch(departments) {
  function isPersonal(address) {
    const local = address.split("@")[0].toLowerCase();
    return local.includes(".") && PERSON.test(local) && !local.split(/[._+-]/).some((part) => departments.includes(part));
  }

  const all = (text, pattern, kind) => [...text.matchAll(pattern)].map(([value]) => [value, kind]);
  return (text) => [
    ...all(text, MAIL, "e-mailadres").filter(([address]) => isPersonal(address)),
    ...MOBILES.flatMap((pattern) => all(text, pattern, "mobiel nummer")),
    ...all(text, IBAN, "bankrekening"),
    ...all(text, CITIZEN, "burgerservicenummer").filter(([digits]) => isCitizenNumber(digits)),
  ];
}
