// The site's own open data, fetched once for each page view.

/** The address of the site, whatever folder it stands in. */
export const ROOT = new URL("../../../", import.meta.url);
const fetched = new Map();

async function fetchJson(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

function once(path) {
  if (!fetched.has(path)) {
    const promise = fetchJson(path);
    fetched.set(path, promise);
    // What failed is asked again the next time.
    promise.catch(() => fetched.delete(path));
  }
  return fetched.get(path);
}

/** The words for closed values. */
export const loadLabels = () => once("api/v1/labels.json");

/**
 * Ids in; the records that exist, in that order, and the ids of which no record came. At a former id stands the record
 * under its present id, so `ids` are those to go on with.
 */
export async function loadRecords(ids) {
  const outcomes = await Promise.allSettled(ids.map((id) => once(`api/v1/praktijken/${id}.json`)));
  const found = outcomes.map(({ value }) => (value && value.status !== "ingetrokken" ? value : undefined));
  return {
    records: found.filter((record, place) => record && found.findIndex((other) => other?.id === record.id) === place),
    missing: ids.filter((_, place) => !found[place]),
    ids: [...new Set(ids.map((id, place) => found[place]?.id ?? id))],
  };
}

/** The address of a practice that holds outside this site too. */
export const addressOf = (record) => new URL(record.url, ROOT).href;
