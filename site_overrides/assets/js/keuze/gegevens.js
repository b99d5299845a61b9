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

/** Ids in; the records that exist, in that order, and the ids of which no record came. */
export async function loadRecords(ids) {
  const outcomes = await Promise.allSettled(ids.map((id) => once(`api/v1/praktijken/${id}.json`)));
  return {
    records: outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : [])),
    missing: ids.filter((_, place) => outcomes[place].status === "rejected"),
  };
}

/** The address of a practice that holds outside this site too. */
export const addressOf = (record) => new URL(record.url, ROOT).href;
