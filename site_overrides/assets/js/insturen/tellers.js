// How long a text is, beside it; read out only near the limit, and only after a pause.
import { clean, lengthOf } from "./tekst.js";

const NEAR_END = 50; // From so many characters before the limit.
const PAUSE = 1000; // Milliseconds without a key.

/** Takes the form and the element that is read out. */
export function createCounters(form, voice) {
  let pause;

  function show(counter) {
    const used = lengthOf(clean(document.getElementById(counter.dataset.teller).value));
    const most = Number(counter.dataset.hoogstens);
    const over = used > most;
    counter.textContent = over ? `${used - most} tekens te veel` : used ? `${used} van hoogstens ${most} tekens` : `Hoogstens ${most} tekens`;
    counter.classList.toggle("veld__teller--vol", over);
    return most - used <= NEAR_END ? (over ? counter.textContent : `Nog ${most - used} tekens`) : "";
  }

  return {
    showAll: () => form.querySelectorAll("[data-teller]").forEach(show),
    /** After a change in a control. */
    follow({ id }) {
      const counter = id && form.querySelector(`[data-teller="${id}"]`);
      const words = counter ? show(counter) : "";
      clearTimeout(pause);
      if (words) pause = setTimeout(() => (voice.textContent = words), PAUSE);
    },
  };
}
