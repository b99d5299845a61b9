// "Kopieer" beside the code of the card. Without it the code can be selected and copied all the same.
import { button, element } from "./keuze/dom.js";

for (const field of document.querySelectorAll(".inbedden textarea")) {
  const status = element("span", { role: "status", class: "klein" });
  const copy = button("Kopieer", "de code van de kaart", async () => {
    field.select();
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      done = document.execCommand("copy"); // without https there is no clipboard
    }
    status.textContent = done ? "Gekopieerd." : "Dat lukte niet. De code is geselecteerd: kopieer hem zelf.";
  });
  const line = element("p", { class: "inbedden__knop" });
  line.append(copy, " ", status);
  field.after(line);
}
