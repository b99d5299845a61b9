// Sheets as an OpenDocument spreadsheet (ISO/IEC 26300). Each value carries its type, so no text is a formula.
import { DECLARATION, escapeXml } from "./xml.js";

const NAMES = "urn:oasis:names:tc:opendocument:xmlns";
const SPACES = [
  ["office", "office:1.0"], ["table", "table:1.0"], ["text", "text:1.0"], ["style", "style:1.0"],
  ["number", "datastyle:1.0"], ["fo", "xsl-fo-compatible:1.0"],
].map(([prefix, name]) => `xmlns:${prefix}="${NAMES}:${name}"`).join(" ");
const STYLES = `<office:automatic-styles><number:date-style style:name="dag"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style><style:style style:name="datum" style:family="table-cell" style:data-style-name="dag"/><style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>`;

export const TYPE = "application/vnd.oasis.opendocument.spreadsheet";

function cell({ type, value }, bold) {
  if (value === "") return "<table:table-cell/>";
  if (type === "number") {
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  }
  if (type === "date") {
    return `<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="${escapeXml(value)}"><text:p>${escapeXml(value)}</text:p></table:table-cell>`;
  }
  const paragraphs = value.split(/\n+/).map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  const style = bold ? ' table:style-name="kop"' : "";
  return `<table:table-cell${style} office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

function sheet({ name, rows }) {
  const made = rows.map((row, down) => `<table:table-row>${row.map((one) => cell(one, down === 0)).join("")}</table:table-row>`);
  return `<table:table table:name="${escapeXml(name)}">${made.join("")}</table:table>`;
}

/** Sheets (name, rows of typed cells) in; the files of a document out, to be zipped; the type comes first. */
export function ods(sheets) {
  const manifest = `${NAMES}:manifest:1.0`;
  const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return [
    ["mimetype", TYPE],
    ["META-INF/manifest.xml", `${DECLARATION}<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3">${entry("/", TYPE)}${entry("content.xml", "text/xml")}</manifest:manifest>`],
    ["content.xml", `${DECLARATION}<office:document-content ${SPACES} office:version="1.3">${STYLES}<office:body><office:spreadsheet>${sheets.map(sheet).join("")}</office:spreadsheet></office:body></office:document-content>`],
  ];
}
