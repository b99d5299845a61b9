// What the reader keeps: ids in localStorage, and nowhere else. A browser may refuse storage; then the choice holds
// for this page only.
import { isId, MOST_KEPT } from "./keuze.js";

export const KEY = "selectie";

export class Kept {
  #storage;
  #refused = null;

  /** Take what behaves like localStorage. */
  constructor(storage) {
    this.#storage = storage;
  }

  /** The ids that are kept; anything else that was put there counts as nothing. */
  read() {
    if (this.#refused) return this.#refused;
    try {
      const found = JSON.parse(this.#storage.getItem(KEY) ?? "[]");
      return Array.isArray(found) ? [...new Set(found.filter(isId))].slice(0, MOST_KEPT) : [];
    } catch {
      return [];
    }
  }

  /** Keep these ids; an empty choice leaves nothing behind. */
  write(ids) {
    try {
      if (ids.length) this.#storage.setItem(KEY, JSON.stringify(ids));
      else this.#storage.removeItem(KEY);
      this.#refused = null;
    } catch {
      this.#refused = ids;
    }
  }
}

/** localStorage, or nothing where merely naming it is refused. */
export function openKept() {
  try {
    return new Kept(globalThis.localStorage);
  } catch {
    return new Kept(null);
  }
}
