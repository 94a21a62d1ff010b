import { InputError } from "./input-error.ts";

/**
 * Turns a page's bytes into text, in the encoding that it declares: byte order mark, then `<meta charset>`, else UTF-8.
 *
 * A browser would show a replacement character where bytes do not decode. Here the page is refused, since a figure
 * with a lost digit would be read as another figure.
 *
 * @throws {InputError} where the bytes are not HTML, or not in that encoding
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array): string {
  const declared = encodingOfMark(bytes) ?? encodingOfMeta(bytes);
  const binary = declared === null ? sayBinary(bytes) : null;
  if (binary) throw new InputError(`is not HTML (${binary})`);
  const text = decode(bytes, declared);
  if (!looksLikeHtml(text)) throw new InputError("is not HTML");
  return text;
}

function decode(bytes: Uint8Array, declared: string | null): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared ?? "utf-8", { fatal: true });
  } catch {
    throw new InputError(`declares an unknown encoding, "${declared}"`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const encoding = decoder.encoding.toUpperCase();
    throw new InputError(
      declared === null
        ? "is not UTF-8, and declares no other encoding"
        : `declares ${encoding}, but its bytes are not ${encoding}`,
    );
  }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return null;
}

/** As browsers do, only in the first 1024 bytes, which are ASCII in every encoding that can declare itself there. */
function encodingOfMeta(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/<!--.*?-->/gs, "");
  const label = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] ?? null;
  // What could be read as ASCII this far is not UTF-16, whatever it says.
  return label !== null && /^utf-16/i.test(label) ? "utf-8" : label;
}

function sayBinary(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("%PDF-")) return "a PDF";
  if (start.startsWith("PK\x03\x04")) return "a ZIP archive";
  if (start.startsWith("\x1f\x8b")) return "compressed with gzip";
  return bytes.subarray(0, 1024).includes(0) ? "binary data" : null;
}

const NAMES =
  "html|head|body|title|meta|link|base|script|style|noscript|template|main|article|section|header|footer|nav|aside|" +
  "div|p|span|a|b|i|strong|em|br|hr|h[1-6]|ul|ol|li|dl|table|figure|picture|img|blockquote|pre|form|center|font|iframe";

/** An HTML tag stands first, as in every page that a browser takes for one; JSON, Markdown and feeds start otherwise. */
const START = new RegExp(
  String.raw`^(?:\s|<\?xml[^>]*>|<!--(?!>)[\s\S]*?-->)*<(?:!doctype\s+html\b|(?:${NAMES})(?=[\s/>]))`,
  "i",
);

const looksLikeHtml = (text: string): boolean => START.test(text);
