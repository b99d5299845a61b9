// One step at a time. The address names the step, so that Back and a link lead to it.

/** Takes the page and what happens when a step is shown; steps are `{ id, section, heading, names }`. */
export function createSteps(page, shown) {
  const steps = [...page.querySelectorAll(".stap")].map((section) => ({
    id: section.id.replace("stap-", ""),
    section,
    heading: section.querySelector("h2").lastChild.textContent,
    names: [...section.querySelectorAll(":scope > .veld")].map((field) => fieldIn(field)),
  }));
  let current = steps[0];
  // Other names lead elsewhere on the page.
  const named = () => steps.find(({ section }) => `#${section.id}` === location.hash);

  function show(step, focus = true) {
    current = step;
    for (const { id, section } of steps) {
      section.hidden = section !== step.section;
      const link = page.querySelector(`.stappen a[href="#stap-${id}"]`);
      if (section === step.section) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    shown(step);
    if (focus) step.section.querySelector("h2").focus();
  }

  function goTo(step) {
    if (location.hash === `#${step.section.id}`) show(step);
    else location.hash = step.section.id;
  }

  addEventListener("hashchange", () => {
    const step = location.hash ? named() : steps[0];
    if (step) show(step);
  });

  return {
    all: steps,
    last: steps.at(-1),
    current: () => current,
    named,
    show,
    goTo,
    next: (places) => steps[steps.indexOf(current) + places],
    /** Show the step of a field without leaving the focus on its heading. */
    showOf(field) {
      const step = steps.find(({ section }) => section.contains(field));
      if (!step || step === current) return;
      history.pushState(null, "", `#${step.section.id}`);
      show(step, false);
    },
    /** Say beside a step how it stands. */
    tell: ({ id }, text) => (page.querySelector(`[data-stand="${id}"]`).textContent = text),
  };
}

/** The name of the field of the model that an element of a step asks for. */
function fieldIn(field) {
  const pad = field.dataset.herhaal ?? field.querySelector("[data-pad]")?.dataset.pad ?? "";
  return pad.split(".")[0];
}
