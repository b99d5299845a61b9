// What pasting leaves behind in a text, as generator/check/pasted.py and chat.py.
const TAG =
  /<\/?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|a|h[1-6]|table|tr|td|img|font|sup|sub|hr|th)\b[^<>\n]{0,200}\/?>/i;
const GARBLED =
  /[\p{L}\p{N}_]*(?:Ã[\u0080-\u00bf©«¨¶¼¡¯´±³‰ª‡ˆŸœž–…]|â€[\u0080-\uffff]|ï¿½|\ufffd)[\p{L}\p{N}_]*/gu;
const ENTITY = /&(?:amp;)*(?:#(\d{1,6})|#[xX]([0-9A-Fa-f]{1,5})|([A-Za-z]{2,8}\d{0,2}));/g;
const SPACES = [0x20, 0xa0, 0x2002, 0x2003, 0x2009];
const A_SPACE = "een gewone spatie";
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]/;
const CHAT = new RegExp(
  [
    "【[^】\\n]{0,80}】",
    "\\[\\^\\d{1,3}\\^?\\]",
    ":contentReference\\[oaicite:\\d{1,4}\\](?:\\{index=\\d{1,4}\\})?",
    "\\[oai_citation:[^\\]\\n]{0,120}\\](?:\\([^)\\n]{0,300}\\))?",
    "[\\ue200-\\ue2ff]?(?:file)?(?:cite)?[\\ue200-\\ue2ff]?(?:turn\\d{1,3}(?:search|view|news|file|fetch|image)\\d{1,3}[\\ue200-\\ue2ff]?)+",
    "\\[cite(?:_start|_end|: ?\\d[\\d, ]{0,40})\\]",
    "\\[web:\\d{1,3}\\]",
    "sandbox:/[^\\s)]{1,200}",
  ].join("|"),
  "g",
);
// What Windows-1252 has from 0x80 on; a space where it has nothing.
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** A garbled word as it was meant, or "". */
function mended(word) {
  const bytes = [...word].map((letter) => {
    const at = letter === " " ? -1 : WINDOWS.indexOf(letter);
    const code = letter.codePointAt(0);
    return at >= 0 ? 0x80 + at : code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : -1;
  });
  if (bytes.includes(-1)) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return "";
  }
}

/** What to type instead of a code; "" when that is nothing anyone sees. */
function character(number) {
  if (SPACES.includes(number)) return A_SPACE;
  const plain = (number > 0x20 && number < 0x7f) || (number > 0xa0 && number <= 0xffff);
  return plain && !UNSEEN.test(String.fromCharCode(number)) ? String.fromCharCode(number) : "";
}

/** Takes the codes of web pages by name; gives a search that yields [code, { waarde, voorstel }, the text without it]. */
export function createRemainsSearch(entities) {
  function* entitiesIn(text) {
    for (const [code, decimal, hex, name] of text.matchAll(ENTITY)) {
      if (name && !Object.hasOwn(entities, name)) continue;
      const meant = character(name ? entities[name] : parseInt(decimal ?? hex, decimal ? 10 : 16));
      const typed = meant === A_SPACE ? " " : meant;
      yield ["tekencode", { waarde: code, voorstel: meant }, text.replaceAll(code, typed)];
    }
  }

  return function* find(text) {
    const tag = TAG.exec(text);
    if (tag) yield ["html-in-tekst", { waarde: tag[0] }, ""];
    for (const [word] of text.matchAll(GARBLED)) {
      const meant = mended(word);
      yield ["verkeerde-letters", { waarde: word, voorstel: meant }, meant && text.replaceAll(word, meant)];
    }
    yield* entitiesIn(text);
    for (const [mark] of text.matchAll(CHAT)) yield ["chatteken", { waarde: mark }, ""];
  };
}
