// The reader's own municipality: a code that only this browser keeps.
const KEY = "mijn-gemeente";

/** The code that was kept, or "". */
export function keptMine() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // Storage refused.
  }
}

/** Keeps a code; "" takes it away. */
export function keepMine(code) {
  try {
    if (code) localStorage.setItem(KEY, code);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage refused: the choice holds for this page only.
  }
}
