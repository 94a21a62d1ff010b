import { readBlocks } from "../lib/page/blocks.ts";
import { readMetadata } from "../lib/page/metadata.ts";
import type { Page } from "../lib/reading/types.ts";
import { decodeHtml } from "./decode-html.ts";
import { InputError } from "./input-error.ts";
import { parseHtml } from "./parse-html.ts";

/**
 * Reads an HTML page's bytes as the extension reads the page in a tab: metadata, and the article's blocks.
 *
 * @throws {InputError} where the bytes are no HTML page with text
 */
export function readPage(bytes: Uint8Array): Page {
  const document = parseHtml(decodeHtml(bytes));
  const { blocks } = readBlocks(document);
  if (blocks.length === 0) throw new InputError("has no text");
  const { url, lang, title, published } = readMetadata(document);
  return {
    ...(url === undefined ? {} : { url }),
    ...(lang === undefined ? {} : { lang }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    blocks,
  };
}
