// The draft: what someone filled in, in the storage of this browser only. One for a new practice, one per changed one.
const KEY = "insturen";

export class Draft {
  #storage;
  #key;

  /** Take what behaves like localStorage (or null), and the id of the practice that is changed, or "". */
  constructor(storage, id) {
    this.#storage = storage;
    this.#key = id ? `${KEY}:${id}` : KEY;
  }

  /** The values that were kept, or null. */
  read() {
    try {
      const found = JSON.parse(this.#storage.getItem(this.#key));
      return typeof found === "object" && !Array.isArray(found) ? found : null;
    } catch {
      return null;
    }
  }

  /** Keep these values; tells whether the browser did. */
  write(values) {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(values));
      return true;
    } catch {
      return false;
    }
  }

  /** Call `changed` when another tab keeps this draft: what is typed in one takes the place of the other's. */
  watch(changed) {
    addEventListener("storage", ({ key, newValue }) => key === this.#key && newValue !== null && changed());
  }

  clear() {
    try {
      this.#storage.removeItem(this.#key);
    } catch {
      // Nothing was kept either.
    }
  }
}

/** localStorage, or nothing where merely naming it is refused. */
export function openDraft(id) {
  try {
    return new Draft(globalThis.localStorage, id);
  } catch {
    return new Draft(null, id);
  }
}
