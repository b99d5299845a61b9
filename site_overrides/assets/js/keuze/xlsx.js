// Sheets as an Office Open XML workbook (ECMA-376). Text is inline and typed as text, so none of it is a formula.
import { DECLARATION, escapeXml } from "./xml.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const BOLD = 1;
const DATE = 2;
const LONGEST_TEXT = 32767;

export const TYPE = `${CONTENT}.sheet`;

/** 0 -> "A", 26 -> "AA" */
export function column(number) {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : column(Math.floor(number / 26) - 1) + letter;
}

/** A day as the number that Excel counts from the end of 1899. */
export function serial(day) {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function cell({ type, value }, place, bold) {
  if (value === "") return "";
  if (type === "number") return `<c r="${place}"><v>${value}</v></c>`;
  if (type === "date") return `<c r="${place}" s="${DATE}"><v>${serial(value)}</v></c>`;
  const style = bold ? ` s="${BOLD}"` : "";
  const text = escapeXml(value.slice(0, LONGEST_TEXT));
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function sheet({ rows }) {
  const made = rows.map((row, down) => {
    const cells = row.map((one, across) => cell(one, `${column(across)}${down + 1}`, down === 0));
    return `<row r="${down + 1}">${cells.join("")}</row>`;
  });
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="40" width="24" customWidth="1"/></cols><sheetData>${made.join("")}</sheetData></worksheet>`;
}

const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Sheets (name, rows of typed cells) in; the files of a workbook out, to be zipped. */
export function xlsx(sheets) {
  const numbered = sheets.map((one, place) => ({ ...one, number: place + 1 }));
  const part = (path, type) => `<Override PartName="/${path}" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all) => `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  const parts = numbered.map(({ number }) => part(`xl/worksheets/sheet${number}.xml`, "worksheet"));
  const named = numbered.map(({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`);
  const links = numbered.map(({ number }) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`));
  return [
    ["[Content_Types].xml", `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/styles.xml", "styles")}${parts.join("")}</Types>`],
    ["_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))],
    ["xl/workbook.xml", `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${named.join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", relations(...links, relation("stijl", "styles", "styles.xml"))],
    ["xl/styles.xml", STYLES],
    ...numbered.map((one) => [`xl/worksheets/sheet${one.number}.xml`, sheet(one)]),
  ];
}
