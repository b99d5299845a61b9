// Which pages an address that is missing may have meant. Pure: no DOM, no fetching.
import { distance, nearestNames } from "../zoek/spelling.js";
import { fold } from "../zoek/tekst.js";

const SHORT = { p: "praktijken", c: "congressen" };
const MOST = 5;

/** The part of the site and the id that an address below the site's root seems to name; both may be empty. */
export function readAddress(path) {
  const steps = plain(path).replace(/(?:index)?\.(?:html?|json)$/, "").split("/").filter(Boolean);
  const id = fold(steps.pop() ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80);
  const above = (steps.pop() ?? "").toLowerCase();
  return { section: SHORT[above] ?? above, id };
}

function plain(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The words to search for instead. */
export const wordsOf = (id) => id.replaceAll("-", " ");

/** `lists` has, by part of the site, the title of each id, empty when it reads like the id. */
function* candidates(lists) {
  for (const [section, titles] of Object.entries(lists)) {
    for (const [id, title] of Object.entries(titles)) yield { section, id, title: title || titleOf(id) };
  }
}

const titleOf = (id) => wordsOf(id[0].toUpperCase() + id.slice(1));

/**
 * At most five pages, best first: `{section, id, title}`. First ids with a few slips, then those of which the address
 * names some words, and when there are neither those that look a bit alike.
 */
export function suggest(path, lists) {
  const { section, id } = readAddress(path);
  if (id.length < 3) return [];
  const all = [...candidates(lists)];
  const limit = Math.max(1, Math.min(4, Math.floor(id.length / 4)));
  const near = all.flatMap((one) => {
    const away = distance(id, one.id, limit);
    const held = away > limit && `-${one.id}-`.includes(`-${id}-`);
    if (away > limit && !held) return [];
    return [{ ...one, rank: (held ? limit + 1 : away) + (one.section === section ? 0 : 0.5) }];
  });
  near.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const found = near.length ? near : nearestNames(id, all, (one) => one.id).slice(0, 3);
  const seen = new Set();
  return found
    .map(({ section, id, title }) => ({ section, id, title }))
    .filter(({ section, title }) => !seen.has(`${section} ${title}`) && seen.add(`${section} ${title}`))
    .slice(0, MOST);
}
