// The two buttons of the header. Without this script the menu simply stands open and the colours follow
// the reader's system.
const page = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const choice = page.dataset.mdColorScheme;
  return choice ? choice === "slate" : systemIsDark.matches;
}

// Whoever chooses what the system already does gets the system back: then nothing needs to be stored.
function choose(dark) {
  const scheme = dark ? "slate" : "default";
  const sameAsSystem = dark === systemIsDark.matches;
  if (sameAsSystem) delete page.dataset.mdColorScheme;
  else page.dataset.mdColorScheme = scheme;
  try {
    if (sameAsSystem) localStorage.removeItem("kleurschema");
    else localStorage.setItem("kleurschema", scheme);
  } catch {
    // Storage refused: the choice holds for this page only.
  }
}

function startSchemeButton(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    choose(!isDark());
    show();
  });
  systemIsDark.addEventListener("change", show);
  show();
}

function startMenuButton(button, header) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const open = (value) => button.setAttribute("aria-expanded", String(value));
  button.addEventListener("click", () => open(!isOpen()));
  header.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    open(false);
    button.focus();
  });
}

startSchemeButton(document.getElementById("kleurschema"));
startMenuButton(document.getElementById("menuknop"), document.getElementById("kop"));
