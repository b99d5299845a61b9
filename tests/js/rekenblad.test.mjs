import assert from "node:assert/strict";
import { test } from "node:test";
import { ods } from "../../site_overrides/assets/js/keuze/ods.js";
import { csv, dayOf } from "../../site_overrides/assets/js/keuze/rekenblad.js";
import { column, serial, xlsx } from "../../site_overrides/assets/js/keuze/xlsx.js";
import { escapeXml } from "../../site_overrides/assets/js/keuze/xml.js";
import { checksum, zip } from "../../site_overrides/assets/js/keuze/zip.js";

const text = (value) => ({ type: "text", value });
const rows = [[text("kop")], [text("=1+1"), { type: "number", value: 1.5 }, { type: "date", value: "2026-11-22" }, text("")]];

test("a checksum is that of the standard", () => {
  assert.equal(checksum(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("the same files give the same archive", () => {
  const bytes = () => Buffer.concat(zip([["a.txt", "één"], ["b.txt", ""]]));
  assert.deepEqual(bytes(), bytes());
  assert.equal(bytes().subarray(0, 4).toString("latin1"), "PK\u0003\u0004");
});

test("Excel counts days from the end of 1899 and columns in letters", () => {
  assert.deepEqual(["1900-03-01", "2026-11-22"].map(serial), [61, 46348]);
  assert.deepEqual([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
});

test("a formula stays text in each kind of file", () => {
  const sheet = { name: "Blad", rows };
  assert.ok(csv(sheet).includes("'=1+1,1.5,2026-11-22,\r\n"));
  const page = new Map(xlsx([sheet])).get("xl/worksheets/sheet1.xml");
  assert.ok(page.includes('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B2"><v>1.5</v></c>'));
  assert.ok(page.includes('<c r="C2" s="2"><v>46348</v></c>'));
  assert.ok(!page.includes("<f>"));
  const content = new Map(ods([sheet])).get("content.xml");
  assert.ok(content.includes('office:value-type="string"><text:p>=1+1</text:p>'));
  assert.ok(content.includes('office:value-type="date" office:date-value="2026-11-22"'));
  assert.ok(!content.includes("table:formula"));
});

test("CSV holds commas, quotes and lines", () => {
  assert.equal(csv({ rows: [[text('a,"b"\nc'), text("@d")]] }), "\ufeff\"a,\"\"b\"\"\nc\",'@d\r\n");
});

test("nothing ends an element, and what XML cannot hold goes", () => {
  assert.equal(escapeXml(`<a b="c">'&\u0000\ud800`), "&lt;a b=&quot;c&quot;&gt;&apos;&amp;");
  assert.equal(escapeXml("😀"), "😀");
});

test("a day is that of the reader", () => {
  assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});
