// Text in XML. Nothing that a record holds can end an element or an attribute.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
// XML 1.0 has no place for these, not even escaped.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function escapeXml(text) {
  return String(text).replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => SIGNS[sign]);
}
