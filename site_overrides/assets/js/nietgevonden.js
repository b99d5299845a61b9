// The page for a missing address, shown at any depth: it names the pages that were probably meant.
import { readAddress, suggest, wordsOf } from "./adres/voorstel.js";
import { element } from "./keuze/dom.js";
import { ROOT } from "./keuze/gegevens.js";

const path = location.pathname.slice(ROOT.pathname.length);

const KINDS = { congressen: "congres", doelgroepen: "doelgroep", gemeenten: "gemeente", themas: "thema" };

async function load() {
  const answer = await fetch(new URL("adressen.json", ROOT));
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

function link({ section, id, title }) {
  const kind = KINDS[section] ? ` (${KINDS[section]})` : "";
  return element("li", {}, element("a", { href: new URL(`${section}/${id}/`, ROOT).href }, title), kind);
}

function show(found) {
  if (!found.length) return;
  const list = element("ul", { id: "bedoelde-u-lijst" }, ...found.map(link));
  document.getElementById("bedoelde-u").append(element("p", {}, "Bedoelde u een van deze pagina’s?"), list);
}

const { id } = readAddress(path);
if (id.length > 2) {
  const search = document.getElementById("zoek-hierop");
  search.search = new URLSearchParams({ q: wordsOf(id) });
  search.textContent = `Zoek op ‘${wordsOf(id)}’`;
  search.parentElement.replaceChildren(search, ".");
  // Without suggestions the page still says where to go.
  load().then((lists) => show(suggest(path, lists)), () => {});
}
