// What the page asks of the engine, each thing once; after a failure all is asked anew.
import { Facets } from "./facetten.js";
import { startSearch } from "./klant.js";

/** `wake()` starts the engine; the other methods start it when it is not. */
export function createSource() {
  let engine;
  let searched = {}; // The last question, with the promise of its answer.
  let facets;

  // The engine is fetched at the first sign that someone is going to search.
  const wake = () => {
    if (!engine) {
      engine = startSearch();
      engine.open().catch(() => {}); // What goes wrong is said when a question is asked.
    }
    return engine;
  };

  return {
    wake,
    search(question) {
      if (searched.question !== question) searched = { question, promise: wake().search(question) };
      return searched.promise;
    },
    show: (docs) => wake().show(docs),
    prepare() {
      wake().prepare().catch(() => {}); // What fails to load is asked for again by the question that needs it.
    },
    async facets() {
      if (!facets) {
        const { file, total } = await wake().facets();
        facets ??= new Facets(file, total);
      }
      return facets;
    },
    forget() {
      engine = undefined;
      searched = {};
    },
  };
}
