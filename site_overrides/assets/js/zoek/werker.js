// The worker in which the search engine runs: questions come in as messages, answers go out.
import { createSearchEngine } from "../zoekmachine.js";

const folder = new URL("../../../zoek/", import.meta.url);

async function fetchFile(path) {
  // The manifest says which files are of today; all others have the hash of their content in their address.
  const answer = await fetch(new URL(path, folder), { cache: path === "index.json" ? "no-cache" : "default" });
  if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
  return answer.json();
}

const engine = createSearchEngine(fetchFile);
addEventListener("message", async ({ data: { number, method, values } }) => {
  try {
    postMessage({ number, answer: await engine[method](...values) });
  } catch (error) {
    postMessage({ number, error: String(error) });
  }
});
