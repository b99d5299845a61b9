// Runs before the first paint, so that a reader who chose a colour scheme sees no flash of the other one.
(() => {
  "use strict";
  const page = document.documentElement;
  page.classList.add("js");
  try {
    const choice = localStorage.getItem("kleurschema");
    if (choice === "slate" || choice === "default") page.dataset.mdColorScheme = choice;
  } catch {
    // A browser may refuse storage: the page then follows the reader's system.
  }
})();
