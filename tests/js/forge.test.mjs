import assert from "node:assert/strict";
import { test } from "node:test";
import { mailTo, MOST_MAIL, MOST_URL, sendTo } from "../../site_overrides/assets/js/insturen/forge.js";

const repository = "https://code.voorbeeld.test/groep/praktijken";
const file = { path: "practices/huizen/leertafel.yml", text: "titel: Leer & tafel\n# één + twee\n", exists: false };
const send = (kind, changes = {}, branch = "main") => sendTo({ kind, repository, branch }, { ...file, ...changes });

for (const [kind, folder] of [["github", "new/main"], ["forgejo", "_new/main/"]]) {
  test(`${kind} opens a new file with the text in it`, () => {
    const { url, filled, tooLong } = send(kind);
    const address = new URL(url);
    assert.equal(address.origin + address.pathname, `${repository}/${folder}`);
    assert.equal(address.searchParams.get("filename"), file.path);
    assert.equal(address.searchParams.get("value"), file.text);
    assert.deepEqual([filled, tooLong], [true, false]);
  });
}

test("gitlab opens a new file with its name, for text to be pasted", () => {
  const { url, filled } = send("gitlab");
  assert.equal(url, `${repository}/-/new/main?file_name=practices%2Fhuizen%2Fleertafel.yml`);
  assert.equal(filled, false);
});

test("a file that is there is opened to be changed", () => {
  const urls = ["github", "gitlab", "forgejo"].map((kind) => send(kind, { exists: true }).url);
  assert.deepEqual(urls, ["edit/", "-/edit/", "_edit/"].map((way) => `${repository}/${way}main/${file.path}`));
});

test("an address is as long as it may be, and not longer", () => {
  const room = MOST_URL - send("github", { text: "" }).url.length;
  const fits = send("github", { text: "a".repeat(room) });
  assert.equal(fits.url.length, MOST_URL);
  assert.equal(fits.filled, true);
  const long = send("github", { text: "a".repeat(room + 1) });
  assert.deepEqual([long.filled, long.tooLong], [false, true]);
  assert.equal(long.url, `${repository}/new/main?filename=practices%2Fhuizen%2Fleertafel.yml`);
  // A letter with an accent takes six signs in an address.
  assert.equal(send("github", { text: "é".repeat(room / 3) }).tooLong, true);
});

test("a slash at the end of the repository and in the branch do no harm", () => {
  const { url } = sendTo({ kind: "github", repository: `${repository}/`, branch: "site/nu" }, file);
  assert.ok(url.startsWith(`${repository}/new/site/nu?filename=`));
});

test("without a known forge there is no way to it", () => {
  assert.equal(send("subversion"), null);
  assert.equal(sendTo({ kind: "github", repository: "", branch: "main" }, file), null);
});

test("a mail holds the text, or asks for the file when it is long", () => {
  const short = mailTo("post@voorbeeld.test", { ...file, title: "Leer & tafel?" });
  const address = new URL(short.url);
  assert.equal(short.whole, true);
  assert.equal(address.searchParams.get("subject"), "Praktijk: Leer & tafel?");
  assert.ok(short.url.includes(encodeURIComponent(file.text)));
  const long = mailTo("post@voorbeeld.test", { ...file, title: "x", text: "a".repeat(MOST_MAIL) });
  assert.equal(long.whole, false);
  assert.ok(long.url.length < MOST_MAIL);
});
