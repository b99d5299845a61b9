// The practices that there are, fetched when they are first needed; until then nothing is known to be wrong.

/** Takes what turns a path below the site's root into a promise of parsed JSON. */
export function createPractices(fetchJson) {
  let titles = null;
  let former = new Set();
  let byTitle = new Map();
  let loading = null;

  async function fetchAll() {
    const data = await fetchJson("insturen/praktijken.json");
    titles = data.titels;
    former = new Set(data.oude_ids);
    byTitle = new Map(Object.entries(titles).map(([id, title]) => [title.toLowerCase(), id]));
    return titles;
  }

  return {
    /** The titles by id; none when they cannot be had, and then the next time is another chance. */
    load() {
      loading ??= fetchAll().catch(() => {
        loading = null;
        return {};
      });
      return loading;
    },
    /** The id that a typed id, title or address of a page stands for. */
    idOf(text) {
      return /\/praktijken\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(text)?.[1] ?? byTitle.get(text.toLowerCase()) ?? text;
    },
    isKnown: (id) => !titles || Object.hasOwn(titles, id),
    isTaken: (id) => Boolean(titles) && (Object.hasOwn(titles, id) || former.has(id)),
    title: (id) => titles?.[id] ?? id,
    /** The ids of practices that there are, to say which was probably meant. */
    ids: () => Object.keys(titles ?? {}),
  };
}
