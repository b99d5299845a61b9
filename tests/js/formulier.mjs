// Reads { model, cases: [values] } from stdin; writes for each case the text of the record and what the check says.
import { readFileSync } from "node:fs";
import { createCheck } from "../../site_overrides/assets/js/insturen/toets.js";
import { writeRecord } from "../../site_overrides/assets/js/insturen/yaml.js";

const { model, cases } = JSON.parse(readFileSync(0, "utf-8"));
const { check } = createCheck(model);
process.stdout.write(
  JSON.stringify(cases.map((values) => ({ yaml: writeRecord(model.velden, values), problems: check(values) }))),
);
