// Prose of a record, which may hold Markdown, as plain paragraphs and lists. Emphasis loses its marks and a link
// shows its address; all else stays the text that it is.
const BULLET = /^ {0,3}[-*+] +/;
const NUMBER = /^ {0,3}\d{1,9}[.)] +/;

/** A line of Markdown without its marks. */
export function plain(text) {
  return text
    .replace(/\[([^\][]*)\]\(<?([^()\s<>]*)>?\)/g, (_, words, address) => (words === address ? words : `${words} (${address})`))
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function addLine(blocks, line, startsBlock) {
  const last = blocks.at(-1);
  const mark = BULLET.exec(line) ?? NUMBER.exec(line);
  if (mark) {
    const numbered = !BULLET.test(line);
    const words = line.slice(mark[0].length);
    if (last?.items && last.numbered === numbered) last.items.push(words);
    else blocks.push({ items: [words], numbered });
  } else if (last?.items && (!startsBlock || /^\s/.test(line))) {
    last.items.push(`${last.items.pop()} ${line}`);
  } else if (last?.text !== undefined && !startsBlock) {
    last.text += ` ${line}`;
  } else {
    blocks.push({ text: line });
  }
}

/** Prose in; `{text}` for a paragraph and `{items, numbered}` for a list out. Nothing for what is not known. */
export function blocks(prose) {
  if (!prose || prose === "onbekend") return [];
  const found = [];
  let startsBlock = true;
  for (const line of prose.split("\n")) {
    if (line.trim()) addLine(found, line, startsBlock);
    startsBlock = !line.trim();
  }
  return found.map((block) =>
    block.items ? { ...block, items: block.items.map(plain) } : { text: plain(block.text) },
  );
}
