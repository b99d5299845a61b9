// The page's side of the worker: the methods of the search engine, as promises.

/** Starts the worker; it loads the engine, and the index when a question comes. */
export function startSearch() {
  const worker = new Worker(new URL("werker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let number = 0;

  worker.addEventListener("message", ({ data }) => {
    const { resolve, reject } = waiting.get(data.number);
    waiting.delete(data.number);
    if ("error" in data) reject(new Error(data.error));
    else resolve(data.answer);
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });

  function call(method, ...values) {
    return new Promise((resolve, reject) => {
      waiting.set(++number, { resolve, reject });
      worker.postMessage({ number, method, values });
    });
  }

  return {
    open: () => call("open"),
    search: (question, options) => call("search", question, options),
    show: (docs) => call("show", docs),
    facets: () => call("facets"),
    prepare: () => call("prepare"),
  };
}
